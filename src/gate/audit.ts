import type { Judgement } from './judgement.ts';

/** A growth that a machine must be able to show for a gate to be of use. */
const NEEDED = 0.25;

/**
 * What an audit of the machine says of one metric: where a growth by a quarter would not have been
 * found, that nothing was found says nothing.
 */
export function audited(judgement: Judgement): Judgement {
  const { verdict, unit, detectable } = judgement;
  const isBlind = unit === 'seconds' && (detectable ?? Infinity) > NEEDED;
  if (verdict !== 'same' || !isBlind) return judgement;
  const note = `a growth of ${NEEDED * 100} % would not be found here: take larger data, or a quieter machine`;
  return { ...judgement, verdict: 'cannot tell', note };
}
