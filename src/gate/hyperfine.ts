import { z } from 'zod';
import type { Checked } from '../problem.ts';
import type { Reading } from './reading.ts';
import type { Records } from './records.ts';

/** What is read of `hyperfine --export-json`; all else of it follows from the times. */
const exported = z.object({
  results: z
    .array(
      z.object({
        command: z.string(),
        times: z.array(z.number().nonnegative()).min(1),
        memory_usage_byte: z.array(z.number().nonnegative()).optional(),
        exit_codes: z.array(z.number().nullable()),
      }),
    )
    .min(1),
});

/** Whether a text is JSON of the form that hyperfine exports, and not lines of measurements. */
export function isHyperfine(text: string): boolean {
  const value = parsed(text);
  return typeof value === 'object' && value !== null && 'results' in value;
}

/**
 * Reads what `hyperfine --export-json` has written: a series for each command, a repetition for each of its
 * runs. It holds the time on the wall and perhaps the memory of each, and says nothing of the machine.
 */
export function hyperfineRecords(path: string, text: string): Checked<Records> {
  const refused = (message: string, hint: string): Checked<never> => {
    const place = { file: path, line: 1, column: 1 };
    return { ok: false, problems: [{ path: '', message, hint, place }] };
  };
  const read = exported.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path.join('.') ?? '';
    const hint = 'name a file that "hyperfine --export-json FILE" has written';
    return refused(`is no export of hyperfine: ${where}: ${issue?.message}`, hint);
  }
  const readings = new Map<string, readonly Reading[]>();
  for (const one of read.data.results) {
    const failed = one.exit_codes.filter((code) => code !== 0).length;
    if (failed > 0) {
      const message = `holds ${failed} of ${one.exit_codes.length} runs of ${one.command} that failed`;
      return refused(message, 'mend the command: broken is not slower');
    }
    if (readings.has(one.command)) {
      return refused(`holds ${one.command} twice`, 'tell commands apart with --command-name');
    }
    readings.set(one.command, readingsOf(one));
  }
  return { ok: true, value: { path, about: null, readings } };
}

type Result = z.output<typeof exported>['results'][number];

const NOT_MEASURED = { restore: null, check: null, prune: null } as const;
const NO_AMOUNTS = { stored: null, sent: null, objects: null, requests: null } as const;

const readingsOf = ({ times, memory_usage_byte: memory }: Result): readonly Reading[] =>
  times.map(
    (wall, index): Reading => ({
      repetition: index + 1,
      steps: ['run'],
      faults: [],
      times: { backup: { wall, quiet: null, work: null }, ...NOT_MEASURED },
      amounts: { ...NO_AMOUNTS, memory: memory?.[index] ?? null },
      began: '',
    }),
  );

/**
 * Two exports of one command each, under one name: what is compared is often called by its version.
 */
export function namedAlike(before: Records, after: Records): readonly [Records, Records] {
  const [[was, ...others], [is, ...more]] = [
    [...before.readings.keys()],
    [...after.readings.keys()],
  ];
  if (was === undefined || is === undefined || others.length + more.length > 0) {
    return [before, after];
  }
  const name = was === is ? was : `${was} → ${is}`;
  const called = (one: Records): Records => ({
    ...one,
    readings: new Map([...one.readings.values()].map((readings) => [name, readings])),
  });
  return [called(before), called(after)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
