import { objectives } from '../objectives.ts';

/** Names of promises, which people look for elsewhere. */
const PROMISES: ReadonlySet<string> = new Set(Object.keys(objectives.shape));

/** Whether an unknown key is a promise that stands elsewhere than among the objectives. */
export const isPromise = (key: string, path: readonly PropertyKey[]): boolean =>
  PROMISES.has(key) && !path.includes('objectives');

const BY_TOOL = (field: string): string =>
  `a tool does it: write tools: { NAME: { like: …, ${field} } }, and tool: NAME here`;
const KEEP = 'keep says which points stay: write keep: { daily: 30 }, or keep: { within: 30 d }';
const WHEN = 'say when each kind is made: incremental: daily at 22:00, and full or differential';

/** By the part of the language in which it was written: what a planner calls it, and what to write. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  strategies: {
    schedule: WHEN,
    retention: KEEP,
    encryption: BY_TOOL('cipher: aes-256-gcm'),
    compression: BY_TOOL('codec: zstd-3'),
  },
  copies: {
    retention: KEEP,
    schedule: 'write on: daily at 22:00, or leave it out to copy each point',
    window:
      'a copy has no window: on: daily at 22:00 begins it then, and throttle of a link slows it down by the hour',
  },
  workloads: {
    dedup: 'duplicates is the share of it that stands there more than once: 3:1 is 66.7 %',
  },
};

/** What to write for a field that stands elsewhere or has another name; undefined where nobody knows. */
export function hintElsewhere(key: string, path: readonly PropertyKey[]): string | undefined {
  const part = path.includes('copies') ? 'copies' : String(path[0]);
  const word = WORDS[part]?.[key];
  if (word !== undefined) return word;
  if (!isPromise(key, path)) return undefined;
  return `promises stand in objectives: write objectives: { ${key}: … } at the top, or in a workload`;
}

/** What to write where a mapping stands that people write as one value; undefined for others. */
export const hintOfMapping = (path: readonly PropertyKey[]): string | undefined =>
  path.at(-1) === 'keep' ? 'write for example { daily: 30 }, or { within: 30 d }' : undefined;
