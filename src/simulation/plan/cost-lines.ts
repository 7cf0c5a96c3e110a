import { BILL_LINES, type BillLine } from '../../model/bill.ts';
import type { Plan } from './plan.ts';

/** One cost line of a strategy; `store` is null for a cost that belongs to no single store. */
export interface CostLine {
  readonly line: BillLine | 'devices' | 'media' | 'courier' | 'energy' | 'restores' | 'people';
  readonly store: number | null;
}

/** Every cost line a plan can have, in the order reports list them. */
export const costLines = ({ stores }: Plan): readonly CostLine[] => [
  ...stores.flatMap(({ cloud, tape }, store): CostLine[] => [
    { line: 'devices', store },
    ...(tape ? [{ line: 'media' as const, store }] : []),
    { line: 'courier', store },
    { line: 'energy', store },
    ...(cloud ? BILL_LINES.map((line) => ({ line, store })) : []),
    ...(cloud ? [{ line: 'restores' as const, store }] : []),
  ]),
  { line: 'people', store: null },
];
