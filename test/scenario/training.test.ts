import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/reading/read.ts';
import { office, problemsIn } from '../support/problems-in.ts';

const training = (run: string): string =>
  office({ training: `{ llama: ${run} }`, stores: '{ disk: {}, bucket: { write: 25 GB/s } }' })
    // Two stores: the strategy has to say which.
    .replace('{ nightly: {', '{ nightly: { to: disk,');

const problems = (run: string): readonly string[] =>
  problemsIn(training(run)).map(({ path, message }) => `${path} ${message}`);

const RUN = 'workload: files, accelerators: 16384';
const TIERS = 'tiers: [{ name: pfs, rate: 2 TB/s }]';

describe('a training run', () => {
  it('is read into base units', () => {
    const text = training(
      `{ ${RUN}, price: 2.5 USD/h, nodes: 2048, node-failures: 0.0038 /day, tiers: [{ store: bucket, every: 20 min }, { name: tape, save: 1 h, every: auto }] }`,
    );
    const read = readScenario(text, 'x.yaml');
    expect(read.ok ? read.value.scenario.training?.llama : read.problems).toEqual({
      workload: 'files',
      accelerators: 16384,
      price: { amount: 2.5 / 3600, currency: 'USD' },
      nodes: 2048,
      'node-failures': 0.0038 / 86_400,
      tiers: [
        { store: 'bucket', every: 1200 },
        { name: 'tape', save: 3600, every: null },
      ],
    });
  });

  it.each([
    [
      `{ workload: file, accelerators: 8, mtbf: 3 h, ${TIERS} }`,
      'workload there is no workload "file"',
    ],
    [`{ ${RUN}, ${TIERS} }`, 'mtbf is missing: how often does it fail?'],
    [`{ ${RUN}, nodes: 8, ${TIERS} }`, 'node-failures is missing'],
    [`{ ${RUN}, node-failures: 1 %/day, ${TIERS} }`, 'nodes is missing'],
    [`{ ${RUN}, mtbf: 3 h, nodes: 8, ${TIERS} }`, 'mtbf stands beside nodes or node-failures'],
    [`{ ${RUN}, mtbf: 3 h }`, 'tiers is missing'],
    [`{ ${RUN}, mtbf: 3 h, mode: async, ${TIERS} }`, 'snapshot is missing'],
    [`{ ${RUN}, mtbf: 3 h, snapshot: 5 s, ${TIERS} }`, 'snapshot is taken in mode async only'],
    [`{ ${RUN}, mtbf: 3 h, price: 2.5 USD, ${TIERS} }`, 'price "2.5 USD" is no such amount'],
    [`{ ${RUN}, mtbf: 3 h, price: -1 USD/h, ${TIERS} }`, 'price must be at least 0'],
    [
      `{ ${RUN}, mtbf: 3 h, price: 2.5, ${TIERS} }`,
      'price should be an amount of money, not a number',
    ],
  ])('%s: %s', (run, problem) => {
    expect(problems(run)).toContain(`training.llama.${problem}`);
  });

  it.each([
    ['[]', 'tiers should have at least 1 entry'],
    ['[{ name: pfs }]', 'tiers[0].rate is missing'],
    ['[{ rate: 2 TB/s }]', 'tiers[0].name is missing'],
    ['[{ store: bucked }]', 'tiers[0].store there is no store "bucked"'],
    ['[{ store: bucket, every: sometimes }]', 'tiers[0].every "sometimes" is not a length of time'],
    [
      '[{ name: bucket, save: 3 s }, { store: bucket }]',
      'tiers[1].name there is another tier "bucket"',
    ],
    [
      '[{ name: a, save: 3 s, survives: [rack] }]',
      'tiers[0].survives[0] there is no kind of failure "rack"',
    ],
  ])('tiers %s: %s', (tiers, problem) => {
    const found = problems(`{ ${RUN}, mtbf: 3 h, failures: { node: 100 % }, tiers: ${tiers} }`);
    expect(found).toContain(`training.llama.${problem}`);
  });
});
