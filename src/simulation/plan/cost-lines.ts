import { BILL_LINES, type BillLine } from '../../model/bill.ts';
import type { Plan } from './plan.ts';

/** One line of what a strategy costs; `store` is null for what belongs to none. */
export interface CostLine {
  readonly line: BillLine | 'devices' | 'media' | 'courier' | 'energy' | 'restores' | 'people';
  readonly store: number | null;
}

/** The lines that a plan may have costs on, in the order in which people are shown. */
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
