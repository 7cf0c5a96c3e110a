import { linkProfile } from '../../catalog/link-profiles.ts';
import { propagation, roundTrip } from '../../model/network.ts';
import type { Link } from '../../scenario/scenario.ts';
import { format } from '../../units/dimension.ts';
import { RATE, SIZE } from '../../units/dimensions.ts';
import { bytes, seconds } from '../../units/quantity.ts';
import type { LinkPlan } from '../plan/plan.ts';
import { type CompileLog, cite, noteDefault, noteLeftOut, parameter } from './compile-log.ts';

const NO_LENGTH = { distance: '0 km', stretch: '1', hops: '0', 'hop-delay': '0 s' };

/** A link with rate and delays computed from its profile and length. */
export function resolveLink(compileLog: CompileLog, name: string, declared: Link): LinkPlan {
  const path = `links.${name}`;
  const shape = {
    distance: declared.distance ?? 0,
    stretch: declared.stretch ?? 1,
    hops: declared.hops ?? 0,
    hopDelay: declared['hop-delay'] ?? 0,
  };
  const profile = declared.profile ? linkProfile(declared.profile) : undefined;
  const profileRate = profile ? profile.rate.value * profile.goodput.value : 0;
  if (!declared.rate && profile) {
    noteDefault(
      compileLog,
      `${path}.rate`,
      format(RATE, profileRate),
      `${cite(profile.rate)}; × goodput`,
    );
  }
  const paths = declared.paths ?? 1;
  if (declared.loss && !declared.mss && profile) {
    noteDefault(compileLog, `${path}.mss`, format(SIZE, profile.mss.value), cite(profile.mss));
  }
  noteLeftOut(compileLog, path, declared, {
    ...(declared.rtt === undefined && NO_LENGTH),
    ...(declared.loss && !profile && { mss: '1460 B' }),
    paths: '1',
    live: 'all',
    loss: 'none',
    'stream-window': 'that of the tool',
    throttle: 'none',
  });
  return {
    name,
    rate: parameter(
      compileLog,
      `${path}.rate`,
      declared.rate ?? { kind: 'fixed', value: profileRate },
    ),
    live: (declared.live ?? paths) / paths,
    propagation: seconds(declared.rtt === undefined ? propagation(shape) : declared.rtt / 2),
    rtt: declared.rtt ?? seconds(roundTrip(shape)),
    mss: declared.mss ?? bytes(profile?.mss.value ?? 1460),
    loss: declared.loss ? parameter(compileLog, `${path}.loss`, declared.loss) : null,
    window: declared['stream-window'] ?? bytes(Infinity),
  };
}

/** The route with the fewest links (breadth-first search), in order; null if there is none. */
export function route(
  from: string,
  to: string,
  links: readonly { readonly name: string; readonly between: readonly string[] }[],
): readonly string[] | null {
  const routes = new Map<string, readonly string[]>([[from, []]]);
  for (const site of routes.keys()) {
    if (site === to) break;
    for (const { name, between } of links) {
      const next = between[0] === site ? between[1] : between[1] === site ? between[0] : undefined;
      if (next !== undefined && !routes.has(next))
        routes.set(next, [...(routes.get(site) ?? []), name]);
    }
  }
  return routes.get(to) ?? null;
}

/** Message and hint for a missing route. */
export const noRoute = (ends: string, isNamed: boolean) => ({
  message: `there is no route ${ends}`,
  hint: isNamed
    ? 'the links named in via do not lead there'
    : 'declare a link between the two sites',
});
