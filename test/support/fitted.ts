type Declared = Readonly<Record<string, unknown>>;

const entriesOf = (value: unknown): [string, Declared][] =>
  Object.entries((value ?? {}) as Readonly<Record<string, Declared>>);

/** What leads nowhere else: chains on tape are only added to, and a region that sites lie in. */
export function fitted(declared: Declared): Declared {
  const tapes = new Set(
    entriesOf(declared.stores)
      .filter(([, { profile }]) => String(profile).startsWith('tape/'))
      .map(([name]) => name),
  );
  const strategies = entriesOf(declared.strategies).map(([name, strategy]) => {
    const overrides = entriesOf(strategy.overrides).map(([workload, own]) => {
      const isOnTape = tapes.has(String(own.to ?? strategy.to));
      return [workload, isOnTape ? { ...forTape(own), keep: keepOf(own, strategy) } : own];
    });
    const whole = tapes.has(String(strategy.to)) ? forTape(strategy) : strategy;
    return [
      name,
      { ...whole, ...(overrides.length > 0 && { overrides: Object.fromEntries(overrides) }) },
    ];
  });
  return {
    ...declared,
    ...(declared.disasters !== undefined && { disasters: regional(declared) }),
    strategies: Object.fromEntries(strategies),
  };
}

/** On tape nothing is changed: no style but forward, no fulls that are built or set aside, no packs. */
function forTape({ gfs: _, prune, ...terms }: Declared): Declared {
  const { on = prune } = (prune ?? {}) as Declared;
  return {
    ...terms,
    ...(prune !== undefined && { prune: on }),
    ...{ style: 'forward', synthetic: 'never', keep: keepOf(terms, {}) },
  };
}

function keepOf(own: Declared, base: Declared): Declared {
  const { gfs: _, ...keep } = (own.keep ?? base.keep ?? { daily: 30 }) as Declared;
  return keep;
}

function regional({ disasters, sites }: Declared): Declared {
  const [region] = entriesOf(sites).flatMap(([, { region: own }]) => (own ? [own] : []));
  return Object.fromEntries(
    entriesOf(disasters).map(([name, one]) => [
      name,
      one.scope === 'corruption' && region ? { ...one, scope: `region ${region}` } : one,
    ]),
  );
}
