import { regionsOf } from '../../../catalog/list-prices.ts';
import type { Plan } from '../../../simulation/plan/plan.ts';
import { listed } from '../in-words.ts';

/** Doubts about list prices: changed since the horizon began, or of two regions side by side. */
export const priceWarnings = (plan: Plan): readonly string[] => [
  ...changedPrices(plan),
  ...mixedRegions(plan),
];

const changedPrices = ({ stores }: Plan): readonly string[] => {
  const changed = stores.flatMap(({ name, cloud }) =>
    cloud?.pricesUntil ? [`${name} (until ${cloud.pricesUntil})`] : [],
  );
  if (changed.length === 0) return [];
  const what =
    'list prices are those of the day on which the horizon starts, and were changed since';
  return [`${listed(changed)}: ${what}; a later start, or a price book, gives those of today`];
};

function mixedRegions({ stores }: Plan): readonly string[] {
  const clouds = stores.flatMap(({ name, cloud }) => (cloud ? [{ name, of: cloud.class }] : []));
  return clouds.flatMap(({ name, of }) => {
    const other = clouds.find(
      (one) => one.of.region !== of.region && regionsOf(of).includes(one.of.region),
    );
    if (!other) return [];
    const { region } = other.of;
    return [
      `${name} is priced in ${of.region}, ${other.name} in ${region}: write stores.${name}.region: ${region} to compare them`,
    ];
  });
}
