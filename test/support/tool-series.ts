import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LevelName } from '../../src/benchmark/level.ts';
import { compareTrees } from '../../src/benchmark/manifest/compare.ts';
import { describeDifference } from '../../src/benchmark/manifest/difference.ts';
import type { Entry } from '../../src/benchmark/manifest/entry.ts';
import { readTree } from '../../src/benchmark/manifest/read-tree.ts';
import { privateHome } from '../../src/benchmark/tools/private-home.ts';
import type {
  BackupTool,
  Invocation,
  Place,
  Point,
  Reported,
} from '../../src/benchmark/tools/tool.ts';
import type { Ended } from '../../src/host/host.ts';
import { nodeHost } from '../../src/host/node.ts';

const host = nodeHost();

/** A tool at work on one tree, in a temporary folder. */
export interface ToolSeries {
  readonly tool: BackupTool;
  readonly place: Place;
  /** The environment of each call, beside what the call itself adds. */
  readonly env: Readonly<Record<string, string>>;
  readonly points: readonly Point[];
  init(): Promise<void>;
  /** Makes a point and says what the tool said of it. */
  backup(level: LevelName): Promise<Reported>;
  /** The point that a backup would make now. */
  next(level: LevelName): Point;
  /** What is wrong with a point that is restored, line by line; none where it came back. */
  restore(number: number): Promise<readonly string[]>;
  /** What the tool's own check found, in its words; empty where all is well. */
  check(): Promise<string>;
  recover(point: Point | null): Promise<void>;
  call(invocation: Invocation): Promise<Ended>;
  /** Where a program finds its folder, and what else it needs to be started by hand. */
  started(invocation: Invocation): { readonly cwd: string; readonly env: Record<string, string> };
  remove(): void;
}

/** What a series may do differently. */
export interface SeriesOptions {
  readonly limit?: number;
  readonly source?: string;
  readonly repository?: Place['repository'];
}

/**
 * Makes the folders of a series. Their path is as hard to read as a path can be, unless the
 * repository is given.
 */
export function toolSeries(tool: BackupTool, options: SeriesOptions = {}): ToolSeries {
  const folder = mkdtempSync(join(tmpdir(), 'backcast-tools-'));
  const odd = join(folder, "it's $(touch pwned) {now} a:b é");
  const place: Place = {
    source: options.source ?? join(odd, 'source'),
    repository: options.repository ?? { kind: 'local', path: join(odd, 'repository') },
    home: join(odd, 'home'),
    self: [],
    limit: options.limit ?? null,
  };
  const { folders, env } = privateHome({
    home: place.home,
    path: process.env.PATH ?? '',
    password: 'the series’ own',
  });
  for (const path of [odd, ...folders]) mkdirSync(path, { recursive: true });
  const points: Point[] = [];
  const manifests: (readonly Entry[])[] = [];
  const started = (invocation: Invocation) => ({
    cwd: invocation.cwd ?? place.home,
    env: { ...env, ...invocation.env },
  });
  const call = async ({ program, args, ...invocation }: Invocation): Promise<Ended> => {
    const given = started({ program, args, ...invocation });
    const ran = await host.processes.run({ program, args, ...given });
    if (!ran.ok) throw new Error(`${program}: ${ran.reason}`);
    return ran.value;
  };
  const next = (level: LevelName): Point => {
    const full = points.findLast((point) => point.level === 'full')?.number;
    const last = points.at(-1)?.number;
    const base = level === 'full' ? null : level === 'differential' ? full : last;
    return { number: points.length, level, base: base ?? null };
  };
  let restores = 0;
  return {
    tool,
    place,
    env,
    points,
    next,
    started,
    call,
    init: async () => {
      for (const one of tool.init(place)) expectDone(one, await call(one));
    },
    backup: async (level) => {
      const point = next(level);
      for (const one of tool.prepare(place, point)) expectDone(one, await call(one));
      const backup = tool.backup(place, point);
      const { output, errors } = expectDone(backup, await call(backup));
      const asked = tool.inspect?.(place, point);
      const inspected = asked ? expectDone(asked, await call(asked)).output : '';
      points.push(point);
      manifests[point.number] = (await readTree(host, place.source, 'sha-256')).entries;
      return tool.reported(output, errors, inspected);
    },
    restore: async (number) => {
      restores += 1;
      const into = join(odd, 'restored', String(restores));
      mkdirSync(into, { recursive: true });
      for (const one of tool.restore(place, points[number] as Point, into, points)) {
        const failed = failure(one, await call(one));
        if (failed !== '') return [failed];
      }
      const found = (await readTree(host, tool.restored(place, into), 'sha-256')).entries;
      const kept = tool.keeps(place.repository.kind);
      return compareTrees(manifests[number] ?? [], found, kept).map(describeDifference);
    },
    check: async () => {
      const words: string[] = [];
      for (const one of tool.check?.(place, points) ?? [])
        words.push(failure(one, await call(one)));
      return words.join('');
    },
    recover: async (point) => {
      for (const one of tool.recover(place, point)) expectDone(one, await call(one));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Why a call counts as failed; empty where it does not. */
function failure({ program, warns = [], silent }: Invocation, ended: Ended): string {
  const { exit, signal, output, errors } = ended;
  const isDone = exit === 0 || (exit !== null && warns.includes(exit));
  if (isDone && !(silent && output !== '')) return '';
  return `${program} ended with ${exit ?? signal}: ${errors}${output}`;
}

function expectDone(invocation: Invocation, ended: Ended): Ended {
  const failed = failure(invocation, ended);
  if (failed !== '') throw new Error(`${failed} (${invocation.args.join(' ')})`);
  return ended;
}
