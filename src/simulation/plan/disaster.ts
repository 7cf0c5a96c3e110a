import type { OwnObjectives } from './objectives.ts';
import type { Parameter } from './parameter.ts';

/** What a disaster destroys; `of` is the index of the store or site, `name` that of the region. */
export type ScopePlan =
  | { readonly kind: 'workload' | 'corruption' | 'online' }
  | { readonly kind: 'store' | 'site'; readonly of: number }
  | { readonly kind: 'region'; readonly name: string };

/** A disaster: something that destroys data; times are in seconds, null means 0. */
export interface DisasterPlan {
  readonly name: string;
  readonly scope: ScopePlan;
  readonly perYear: number;
  readonly noticed: Parameter | null;
  readonly dwell: Parameter | null;
  readonly decide: Parameter | null;
  readonly provision: Parameter | null;
  readonly objectives: OwnObjectives;
}
