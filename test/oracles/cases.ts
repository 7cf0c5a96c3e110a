import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The kinds of case that `runCase` knows, as the field `kind` of their file says it. */
export type CaseKind =
  | 'restore-point-chains'
  | 'retention-dates'
  | 'change-and-loss'
  | 'cloud-costs';

/** The kinds that formulas alone answer. */
export type FormulaFile = 'tape-and-capacity';

const source = z.looseObject({ name: z.string() });

const oracleCase = z.strictObject({
  id: z.string(),
  title: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.record(z.string(), z.unknown()),
  source: z.union([source, z.array(source).min(1)]),
  evidence: z.unknown(),
  notes: z.array(z.string()).optional(),
});

/** A case with a known answer, as it stands in its file. */
export type OracleCase = z.output<typeof oracleCase>;

const file = z.looseObject({ kind: z.string(), cases: z.array(z.unknown()) });

/** The folder that was asked for with BACKCAST_ORACLES, in place of `data/`. */
const otherFolder = process.env.BACKCAST_ORACLES;

/** Whether the cases are those of this repository, whose ids are known. */
export const ownCases = otherFolder === undefined || otherFolder === '';

const folder = ownCases
  ? fileURLToPath(new URL('data', import.meta.url))
  : resolve(otherFolder ?? '.');

/**
 * Every case of a kind, from all JSON files of the folder whose `kind` it is.
 *
 * @throws when a file or a case is not of the shape described in the README.
 * @example
 * casesOf('retention-dates').map(({ id }) => id) // ['B1', 'B2a', ...]
 */
export function casesOf(kind: CaseKind | FormulaFile): readonly OracleCase[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().flatMap((name) => {
    const content = file.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (!content.success || content.data.kind !== kind) return [];
    return content.data.cases.map((one) => oracleCase.parse(one));
  });
}

/** The name of a case in tests: id, title and where it comes from. */
export function nameOf({ id, title, source: sources }: OracleCase): string {
  const names = [sources].flat().map(({ name }) => name);
  return `${id}: ${title} (${names.join('; ')})`;
}
