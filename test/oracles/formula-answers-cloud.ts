import type { OracleCase } from './cases.ts';
import { deletionAnswers } from './cloud/deletion.ts';
import { meterAnswers } from './cloud/meters.ts';
import { segmentAnswers } from './cloud/segments.ts';
import { snapshotAnswers, thumbAnswers } from './cloud/snapshots.ts';
import { stockAnswers } from './cloud/stock.ts';
import { archiveAnswers, usageAnswers } from './cloud/usage.ts';
import { uploadAnswers } from './cloud/writes.ts';
import { type Verdict, verdicts } from './verdict.ts';

type Plain = Readonly<Record<string, unknown>>;
type Answers = (inputs: Plain, expected: Plain) => Plain;

/** What answers a case of a bill, by fields of the inputs that tell which it is; the first fits. */
const KINDS: readonly (readonly [fits: (inputs: Plain) => boolean, Answers])[] = [
  [has('segments'), segmentAnswers],
  [has('deletedAfterDays'), deletionAnswers],
  [has('firstSnapshotDataGB'), snapshotAnswers],
  [has('volumeGB'), thumbAnswers],
  [has('unitPricesUSD'), meterAnswers],
  [has('prices'), stockAnswers],
  [has('usdPer1000Puts'), archiveAnswers],
  [has('files'), uploadAnswers],
  [(inputs) => Object.keys(inputs).some((name) => name.startsWith('usdPer')), usageAnswers],
];

function has(field: string) {
  return (inputs: Plain): boolean => field in inputs;
}

/**
 * Works out a case of a bill from its inputs alone, and holds every expected field.
 *
 * @throws when no formula knows the inputs, a field of them is unknown, or nothing answers an
 *   expected field.
 */
export async function runCloudCase(one: OracleCase): Promise<readonly Verdict[]> {
  const kind = KINDS.find(([fits]) => fits(one.inputs));
  if (!kind) throw new Error(`no bill is known by ${Object.keys(one.inputs)}`);
  const answers = shaped(one.expected, kind[1](one.inputs, one.expected), '') as Plain;
  return verdicts(one.expected, answers, one.tolerance);
}

/**
 * What of the answers the case asks for, in its shape: parts that it does not ask for are left out,
 * months after the last it gives as well. What nothing answers is an error at any depth.
 */
function shaped(expected: unknown, answer: unknown, at: string): unknown {
  if (Array.isArray(expected) && Array.isArray(answer)) return answer.slice(0, expected.length);
  if (!isMapping(expected) || !isMapping(answer)) return answer;
  return Object.fromEntries(
    Object.entries(expected).map(([name, part]) => {
      const path = at === '' ? name : `${at}.${name}`;
      if (!Object.hasOwn(answer, name) || answer[name] === undefined) {
        throw new Error(`nothing answers the field ${path}`);
      }
      return [name, shaped(part, answer[name], path)];
    }),
  );
}

const isMapping = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
