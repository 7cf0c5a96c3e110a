import type { Parameter } from './parameter.ts';

/** What a disaster takes; `of` is the index of a store or a site, or the name of a region. */
export type ScopePlan =
  | { readonly kind: 'workload' | 'corruption' | 'online' }
  | { readonly kind: 'store' | 'site'; readonly of: number }
  | { readonly kind: 'region'; readonly name: string };

/** Something that takes data; times are in seconds, null being none. */
export interface DisasterPlan {
  readonly name: string;
  readonly scope: ScopePlan;
  readonly perYear: number;
  readonly noticed: Parameter | null;
  readonly dwell: Parameter | null;
  readonly decide: Parameter | null;
  readonly provision: Parameter | null;
}
