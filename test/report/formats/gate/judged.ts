import type { Judgement, Verdict } from '../../../../src/gate/judgement.ts';
import { GATE_FORMAT, type GateOutcome, gateOutcome } from '../../../../src/gate/outcome.ts';

/** A judgement of a time of a series, with figures that are the same for all verdicts. */
export const judged = (scenario: string, verdict: Verdict): Judgement => ({
  ...{ scenario, metric: 'time', clock: 'work', unit: 'seconds', limit: 0.1, verdict },
  ...{ how: 'tested', pairs: 8, before: 10, after: 11.5, ratio: 1.15, low: 1.12, high: 1.18 },
  ...{ chance: 1 / 256, detectable: 0.06, needed: 8, note: null },
});

/** What a gate prints of judgements. */
export const outcome = (judgements: readonly Judgement[]): GateOutcome =>
  gateOutcome.parse({
    ...{ format: GATE_FORMAT, verdict: 'fail', from: 'pairs' },
    ...{ before: { what: 'old', tools: {} }, after: { what: 'new', tools: {} } },
    ...{ measurements: 'm.jsonl', seed: 1, orderEffect: 0, judgements, notes: [] },
  });

const HOSTILE = `a<b>&"'\`|\u001b[31m\u202e::error%0A`;

/** Six hundred judgements of names that nobody would give. */
export const many = (verdict: Verdict): readonly Judgement[] =>
  Array.from({ length: 200 }, (_, index) =>
    ['time', 'memory', 'stored'].map((metric) => ({
      ...judged(`dataset-with-a-long-name-${index}/${HOSTILE}/disk`, verdict),
      metric: metric as 'time',
      note: 'too much noise',
    })),
  ).flat();
