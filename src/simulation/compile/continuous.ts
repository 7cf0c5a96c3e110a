import { fraction, seconds } from '../../units/quantity.ts';
import type { PolicyPlan, RebasePlan } from '../plan/policy.ts';
import { noteDefault, noteLeftOut } from './compile-log.ts';
import type { LocatedTerms, Terms } from './policy.ts';
import { linksOf } from './route.ts';
import type { Context } from './shared.ts';

/** Default retention of logs, and its source. */
const LOG_KEEP = seconds(7 * 86400);
const LOG_KEPT = 'as managed databases do (assumption)';

/** Log shipping and replication of a workload, which have no jobs, and how it is restored. */
export function continuousOf(
  context: Context,
  { terms, pathOf }: LocatedTerms,
  workload: number,
  store: number,
): Pick<PolicyPlan, 'log' | 'replica' | 'handOver' | 'restoreAt' | 'back' | 'fragmentation'> {
  const { compileLog, stores, storeAt, siteNames } = context;
  const { log, replicate, restore } = terms;
  const place = (name: string | undefined) =>
    name === undefined ? store : (storeAt.get(name) ?? 0);
  const route = (field: 'log' | 'replicate', to: number) =>
    linksOf(context, `${pathOf(field)}.to`, context.workloads[workload], to);
  const isSync = replicate?.mode === 'sync';
  if (log) {
    const to = stores[store]?.name ?? '';
    if (log.keep === undefined) noteDefault(compileLog, `${pathOf('log')}.keep`, '7 d', LOG_KEPT);
    noteLeftOut(compileLog, pathOf('log'), { ...log }, { to, volume: '1', apply: 'not limiting' });
  }
  if (replicate) {
    const lag = isSync ? '0 s' : '5 s';
    noteLeftOut(compileLog, pathOf('replicate'), replicate, { mode: 'async', lag, switch: '0 s' });
  }
  if (restore) {
    noteLeftOut(compileLog, pathOf('restore'), restore, {
      'hand-over': '0 s',
      fragmentation: '0 %',
      at: 'where the workload lives',
    });
  }
  return {
    log: log
      ? {
          store: place(log.to),
          links: route('log', place(log.to)),
          every: seconds(log.every),
          volume: log.volume ?? 1,
          keep: log.keep ?? LOG_KEEP,
          apply: log.apply ?? Infinity,
        }
      : null,
    replica: replicate
      ? {
          store: place(replicate.to),
          links: route('replicate', place(replicate.to)),
          sync: isSync,
          lag: replicate.lag ?? seconds(isSync ? 0 : 5),
          takeover: replicate.switch ?? seconds(0),
        }
      : null,
    back: restoreRoute(
      context,
      restore?.at === undefined ? pathOf('to') : `${pathOf('restore')}.at`,
      workload,
      store,
      restore,
    ),
    fragmentation: restore?.fragmentation ?? fraction(0),
    handOver: restore?.['hand-over'] ?? seconds(0),
    restoreAt: restore?.at === undefined ? null : Math.max(0, siteNames.indexOf(restore.at)),
  };
}

/** The restore route: links from a store to the site of the restore; no route is a problem. */
export function restoreRoute(
  context: Context,
  path: string,
  workload: number,
  store: number,
  restore: Terms['restore'],
): number[] {
  const { workloads, siteNames } = context;
  const home = workloads[workload];
  if (!home || restore?.at === undefined) return linksOf(context, path, home, store);
  const site = siteNames.indexOf(restore.at);
  return site < 0 ? [] : linksOf(context, path, { ...home, site }, store);
}

/** Limits that force an unscheduled full; null: none. */
export const rebaseOf = (rebase: Terms['rebase']): RebasePlan | null =>
  rebase
    ? {
        differential: typeof rebase.differential === 'number' ? rebase.differential : 0,
        auto: rebase.differential === 'auto',
        chain: rebase.chain ?? 0,
      }
    : null;
