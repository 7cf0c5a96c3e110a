import { noteDefault, sorted } from './compile-log.ts';
import { noRoute, route } from './network.ts';
import type { Context } from './shared.ts';

/** Indices of the links from a site to a store; a missing route is a problem at `path`. */
export function linksOf(
  context: Context,
  path: string,
  from: { readonly name: string; readonly site: number } | undefined,
  store: number,
): number[] {
  const { scenario, compileLog, links, siteNames: names } = context;
  const to = context.stores[store];
  if (!from || !to || from.site === to.site) return [];
  const declared = sorted(scenario.links ?? {}).map(([name, { between }]) => ({ name, between }));
  const [here = '', there = ''] = [names[from.site], names[to.site]];
  const via = scenario.stores[to.name]?.via;
  if (!via) {
    noteDefault(compileLog, `stores.${to.name}.via`, 'the fewest links', 'where nothing is given');
  }
  const usable = via ? declared.filter(({ name }) => via.includes(name)) : declared;
  const found = route(here, there, usable);
  const ends = `from ${from.name} at ${here} to ${to.name} at ${there}`;
  if (!found) compileLog.problems.push({ path, ...noRoute(ends, via !== undefined) });
  return (found ?? []).map((name) => links.findIndex((link) => link.name === name));
}
