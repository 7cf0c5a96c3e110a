import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { simulated, type Written } from './front-door.ts';

const step = z.union([z.string(), z.record(z.string(), z.string())]);

const check = z.strictObject({
  what: z.string(),
  /** Keys down into the result; a record picks the one of a list that has that value. */
  path: z.array(step),
  /** What the printed value is multiplied by before it is compared. */
  scale: z.number().optional(),
  right: z.union([z.number(), z.boolean(), z.string(), z.null()]),
  tolerance: z.strictObject({
    relative: z.number().optional(),
    absolute: z.number().optional(),
  }),
});

const publicCase = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.array(z.string()),
  evidence: z.string(),
  notes: z.string().optional(),
  scenario: z.record(z.string(), z.unknown()),
  checks: z.array(check),
});

/** A scenario with right values that come from elsewhere. */
export type PublicCase = z.output<typeof publicCase>;

const file = z.strictObject({ kind: z.literal('public-cases'), cases: z.array(publicCase) });

/**
 * The cases of a file of `data/`.
 *
 * @throws when a case is not of the shape that is declared here.
 */
export function publicCases(name: string): readonly PublicCase[] {
  const path = fileURLToPath(new URL(`data/${name}`, import.meta.url));
  return file.parse(JSON.parse(readFileSync(path, 'utf8'))).cases;
}

/** What the program says that is not right, one line a check; empty if all is. */
export async function wrongAnswers({ scenario, checks }: PublicCase): Promise<readonly string[]> {
  const printed = await simulated(scenario as Written);
  return checks.flatMap(({ what, path, scale = 1, right, tolerance }) => {
    const said = path.reduce(into, printed as unknown);
    const value = typeof said === 'number' ? said * scale : said;
    return agrees(value, right, tolerance) ? [] : [`${what}: ${value}, where ${right} is right`];
  });
}

/** The part of a value that a step of a path names; undefined where it has none. */
function into(value: unknown, key: z.output<typeof step>): unknown {
  if (typeof key === 'string') return (value as Record<string, unknown> | undefined)?.[key];
  return (value as readonly Record<string, unknown>[]).find((one) =>
    Object.entries(key).every(([name, wanted]) => one[name] === wanted),
  );
}

function agrees(
  value: unknown,
  right: PublicCase['checks'][number]['right'],
  { relative = 0, absolute = 0 }: PublicCase['checks'][number]['tolerance'],
): boolean {
  // A line of cost that is 0 is not told.
  const said = right === 0 ? (value ?? 0) : value;
  if (typeof right !== 'number' || typeof said !== 'number') return (said ?? null) === right;
  return Math.abs(said - right) <= Math.max(absolute, relative * Math.abs(right));
}
