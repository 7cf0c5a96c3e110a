import type { Scope } from '../../scenario/disasters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { DisasterPlan, ScopePlan } from '../plan/disaster.ts';
import type { SitePlan, StorePlan } from '../plan/plan.ts';
import { type CompileLog, noteLeftOut, parameter, sorted } from './compile-log.ts';
import { definedOnly } from './defined-only.ts';

/** The disasters of a scenario, sorted by name. */
export function resolveDisasters(
  compileLog: CompileLog,
  scenario: Scenario,
  sites: readonly SitePlan[],
  stores: readonly StorePlan[],
): DisasterPlan[] {
  const disasters = sorted(scenario.disasters ?? {});
  if (disasters.length > 0) noteDisasterDefaults(compileLog, scenario, sites);
  return disasters.map(([name, declared]) => {
    const path = `disasters.${name}`;
    const time = (field: 'noticed-after' | 'dwell' | 'decide' | 'provision') => {
      const value = declared[field];
      return value ? parameter(compileLog, `${path}.${field}`, value) : null;
    };
    noteLeftOut(compileLog, path, declared, {
      'noticed-after': '0 s',
      dwell: '0 s',
      decide: '0 s',
      provision: '0 s',
    });
    return {
      name,
      scope: scopeOf(compileLog, `${path}.scope`, declared.scope, sites, stores),
      perYear: declared['per-year'],
      noticed: time('noticed-after'),
      dwell: time('dwell'),
      decide: time('decide'),
      provision: time('provision'),
      objectives: definedOnly(declared.objectives ?? {}),
    };
  });
}

/** Records defaults that matter only if the scenario has disasters. */
function noteDisasterDefaults(
  compileLog: CompileLog,
  scenario: Scenario,
  sites: readonly SitePlan[],
): void {
  noteLeftOut(compileLog, '', scenario, { 'common-cause': '10 %' });
  for (const { name } of sites) {
    noteLeftOut(compileLog, `sites.${name}`, scenario.sites?.[name] ?? {}, {
      region: 'one of its own',
    });
  }
  for (const [name, workload] of sorted(scenario.workloads)) {
    noteLeftOut(compileLog, `workloads.${name}`, workload, { priority: '100' });
  }
  for (const [name, store] of sorted(scenario.stores)) {
    noteLeftOut(compileLog, `stores.${name}`, store, { latent: 'none' });
  }
}

function scopeOf(
  compileLog: CompileLog,
  path: string,
  scope: Scope,
  sites: readonly SitePlan[],
  stores: readonly StorePlan[],
): ScopePlan {
  if (!('name' in scope)) return scope;
  const { kind, name } = scope;
  const places: readonly { readonly name: string; readonly region?: string }[] =
    kind === 'store' ? stores : sites;
  const known =
    kind === 'region' ? sites.map(({ region }) => region) : places.map((one) => one.name);
  const of = known.indexOf(name);
  if (of < 0) {
    const hint = `known are ${[...new Set(known)].filter(Boolean).join(', ') || 'none: declare one'}`;
    compileLog.problems.push({ path, message: `there is no ${kind} "${name}"`, hint });
  }
  return kind === 'region' ? { kind, name } : { kind, of: Math.max(0, of) };
}
