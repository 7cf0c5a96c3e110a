import type { OracleCase } from './cases.ts';
import { present, simulated, strategyOf } from './front-door.ts';
import {
  distanceLink,
  type Lane,
  rateOf,
  SENT,
  streamInputs,
  streamScenario,
} from './stream-scenario.ts';
import { type Verdict, verdicts } from './verdict.ts';

/** Puts a case on the limits of one stream through the front door. */
export async function runStreamCase(one: OracleCase): Promise<readonly Verdict[]> {
  const inputs = streamInputs.parse(one.inputs);
  const answers =
    'windowBytes' in inputs ? await windowAnswers(inputs) : await distanceAnswers(inputs);
  return verdicts(one.expected, answers(one.expected), one.tolerance);
}

type Inputs = ReturnType<typeof streamInputs.parse>;
type WindowInputs = Extract<Inputs, { windowBytes: number }>;
type DistanceInputs = Exclude<Inputs, WindowInputs>;
type Expected = OracleCase['expected'];

/** A value alone, where the case has it alone. */
const likeExpected = (expected: unknown, values: readonly number[]): unknown =>
  Array.isArray(expected) ? values : values[0];

async function windowAnswers(inputs: WindowInputs) {
  const { windowBytes, rttMs, streams = 1, linkBitsPerSecond, linkRttMs } = inputs;
  const rate = rateOf(linkBitsPerSecond);
  const window = { 'stream-window': `${windowBytes} B` };
  const lane = (name: string, rtt: number, more = {}): Lane => ({
    name,
    streams,
    link: { rate, rtt: `${rtt} ms`, ...more },
  });
  const delayed = linkRttMs === undefined ? [] : [lane('link', linkRttMs)];
  const moved = await rates([...rttMs.map((rtt) => lane(`rtt ${rtt}`, rtt, window)), ...delayed]);
  const found = rttMs.map((rtt) => moved(`rtt ${rtt}`));
  const filling = linkRttMs === undefined ? undefined : (moved('link') * linkRttMs) / 1000;
  return (expected: Expected) => ({
    megabytesPerSecond: likeExpected(
      expected.megabytesPerSecond,
      found.map((each) => each / 1e6),
    ),
    megabitsPerSecond: likeExpected(
      expected.megabitsPerSecond,
      found.map((each) => (each * 8) / 1e6),
    ),
    ...(filling !== undefined && { bandwidthDelayProductBytes: filling }),
  });
}

/** Bytes a second that each lane moves. */
async function rates(lanes: readonly Lane[]): Promise<(name: string) => number> {
  const result = await simulated(streamScenario(lanes));
  return (name) => SENT / present(strategyOf(result, name).jobs[0], 'job').terms.move.mean;
}

async function distanceAnswers(inputs: DistanceInputs) {
  const { distanceKm, pathFactor, signalSpeedKmPerSecond: speed } = inputs;
  const laneName = (km: number, factor: number): string => `${km} km x ${factor}`;
  const lanes = pathFactor.flatMap((factor) =>
    distanceKm.map((km) => ({ name: laneName(km, factor), link: distanceLink(km, factor, speed) })),
  );
  const result = await simulated(streamScenario(lanes));
  const rttMs = (km: number, factor: number): number => {
    const job = present(strategyOf(result, laneName(km, factor)).jobs[0], 'job');
    return 2 * 1000 * job.terms.latency.mean;
  };
  return (expected: Expected) =>
    Object.fromEntries(
      pathFactor.map((factor) => {
        const field = `rttMsAtPathFactor${String(factor).replace('.', '_')}`;
        return [
          field,
          likeExpected(
            expected[field],
            distanceKm.map((km) => rttMs(km, factor)),
          ),
        ];
      }),
    );
}
