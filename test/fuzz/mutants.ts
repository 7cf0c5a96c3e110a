import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { readScenario } from '../../src/scenario/reading/read.ts';
import { compile } from '../../src/simulation/compile/compile.ts';
import { jobsOf } from '../../src/study/blocks.ts';
import { anyScenario } from '../support/arbitraries/any-scenario.ts';
import { printedFor, untidy } from './front-door.ts';
import type { Fuzzer } from './fuzzer.ts';
import { mutated, steps } from './mutation.ts';

/** A document as text, and the command lines that it is given to. */
interface Mutant {
  readonly text: string;
  readonly commands: readonly (readonly string[])[];
}

/** More jobs than this are not played: thousands of mutants are worth more than one long run. */
const MOST_JOBS = 3000;

/** A document that is changed in a few places, as YAML with its aliases or, where it has none, JSON. */
const textOf = (documents: fc.Arbitrary<object>): fc.Arbitrary<string> =>
  fc.tuple(documents, steps, fc.boolean()).map(([document, changes, asJson]) => {
    const changed = mutated(JSON.parse(JSON.stringify(document)), changes);
    return asJson ? jsonOf(changed) : stringify(changed, { lineWidth: 0 });
  });

/** As YAML where it holds itself. */
function jsonOf(document: object): string {
  try {
    return JSON.stringify(document, null, 1);
  } catch {
    return stringify(document, { lineWidth: 0 });
  }
}

async function faultIn({ text, commands }: Mutant): Promise<string | null> {
  for (const argv of commands) {
    if (argv[0] === 'simulate' && isLong(text)) continue;
    const fault = untidy(await printedFor(argv, text), text);
    if (fault) return fault;
  }
  return null;
}

/** Whether a scenario that has no problems would take long; a price book is none. */
function isLong(text: string): boolean {
  const read = readScenario(text, 'text');
  if (!read.ok) return false;
  const made = compile(
    read.value.scenario,
    { samples: new Map(), series: new Map(), prices: null },
    '',
  );
  return made.ok && made.value.strategies.some((one) => jobsOf(one) > MOST_JOBS);
}

const given = (texts: fc.Arbitrary<string>, commands: Mutant['commands']): Fuzzer<Mutant> => ({
  inputs: texts.map((text) => ({ text, commands })),
  fault: faultIn,
});

/** Scenarios with changes that nobody would make on purpose. */
export const scenarios = given(textOf(anyScenario), [
  ['check', '-', '--json'],
  ['simulate', '-', '--json'],
  ['simulate', '-', '--unbounded'],
]);

/** The plans that ship, which name every kind of dataset, tool and target. */
const PLANS = readdirSync('scenarios')
  .filter((name) => name.startsWith('bench-'))
  .map((name): object => parse(readFileSync(`scenarios/${name}`, 'utf8')));

/** Plans of real backups; nothing of them is run. */
export const plans = given(textOf(fc.constantFrom(...PLANS)), [
  ['check', '-', '--json'],
  ['bench', '-', '--dry-run', '--json'],
  ['bench', '-', '--dry-run'],
]);

const BOOK = {
  'as-of': '2026-01-31',
  source: 'offer 4711',
  currency: 'USD',
  discount: '12 %',
  prices: {
    'cloud/aws-s3-standard': {
      storage: [{ 'up-to': '50 TiB', price: '0.021 USD/GiB/month' }, { price: '20 USD/TiB/month' }],
      put: '0.05 USD/10000',
      get: '0.4 USD/million',
      egress: '0.05 USD/GiB',
      discount: '0 %',
    },
    'cloud/aws-s3-deep-archive': {
      retrieval: { bulk: '0.002 USD/GiB', standard: { requests: '0.1 USD/1000 requests' } },
      'thawed-copy': '0.02 USD/GB-month',
    },
  },
};

/** Price books, for a scenario that uses the classes they name. */
export const prices = given(textOf(fc.constant(BOOK)), [
  ['simulate', 'test/fuzz/bucket.yaml', '--prices', '-', '--json'],
  ['simulate', 'test/fuzz/bucket.yaml', '--prices', '-'],
]);
