import { expect, it } from 'vitest';
import { measurement } from '../../../src/benchmark/measurement.ts';
import { measurementOf } from '../../../src/benchmark/run/outcome.ts';
import { loadBetween } from '../../../src/benchmark/run/surroundings.ts';
import { stepsOf } from '../../../src/benchmark/steps.ts';
import { planOf, SMALL } from '../../support/bench-plan.ts';

const [step] = stepsOf(planOf(SMALL)).filter(({ kind }) => kind === 'backup');

it('a measurement can be read again, whatever a system and a tool leave unsaid', () => {
  if (!step) throw new Error('no backup');
  const usage = {
    ...{ wall: 1, user: Number.NaN, system: Number.NaN },
    ...{ resolution: 0.01, peakMemory: null, read: null, written: null },
    ...{ ran: null, queue: null, pressure: null, switches: null, faults: null },
  };
  const about = { began: new Date(0).toISOString(), again: false };
  const line = measurementOf(step, about, {
    usage,
    load: loadBetween(
      { average: 0, total: 0, idle: 0, steal: 0, pressure: null, dirty: null },
      { average: 0, total: 9, idle: 0, steal: 0, pressure: null, dirty: null },
      usage,
    ),
    reported: {
      ...{ added: 3, changed: -1, unchanged: 0 },
      ...{ copied: null, processed: null, stored: 7 },
    },
  });
  expect(measurement.parse(JSON.parse(JSON.stringify(line)))).toEqual(line);
  expect(line.usage).toMatchObject({ wall: 1, user: null, system: null });
  expect(line.reported).toMatchObject({ added: 3, changed: null, unchanged: 0, stored: 7 });
  expect(line.load?.others).toBe(null);
});
