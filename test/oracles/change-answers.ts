import type { OracleCase } from './cases.ts';
import { afterDays, changeInputs, changeScenario } from './change-scenario.ts';
import { present, simulated, strategyOf } from './front-door.ts';
import { type Verdict, verdicts } from './verdict.ts';

/** Puts a change case through the front door: what a differential stores, as a share of the size. */
export async function runChangeCase(one: OracleCase): Promise<readonly Verdict[]> {
  const inputs = changeInputs.parse(one.inputs);
  const result = await simulated(changeScenario(inputs));
  const size = present(result.workloads[0], 'workload').sizeAtStart.mean;
  const changedFraction = inputs.days.map((k) => {
    const { jobs } = strategyOf(result, afterDays(k));
    const job = present(
      jobs.find(({ level }) => level === 'differential'),
      'differential',
    );
    return job.bytesStored.mean / size;
  });
  return verdicts(one.expected, { changedFraction }, one.tolerance);
}
