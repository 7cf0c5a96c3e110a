import { z } from 'zod';
import { billableExtra } from '../../../src/model/billable-bytes.ts';
import { amount, billingGB, bytesOf, product, sumOf } from './units.ts';

const usage = z.strictObject({
  billingGB,
  storedGBMonths: amount.optional(),
  putRequests: amount.optional(),
  getRequests: amount.optional(),
  listRequests: amount.optional(),
  deleteRequests: amount.optional(),
  lifecycleRequests: amount.optional(),
  requestKB: amount.optional(),
  KB: bytesOf(1024, 1000).default(1024),
  uploadedGB: amount.optional(),
  retrievedGB: amount.optional(),
  egressGB: amount.optional(),
  usdPerGBMonth: amount.optional(),
  usdPer1000Put: amount.optional(),
  usdPer1000Get: amount.optional(),
  usdPer1000List: amount.optional(),
  usdPer1000Lifecycle: amount.optional(),
  usdPerGBUploaded: amount.optional(),
  usdPerGBRetrieved: amount.optional(),
  usdPerGBEgress: amount.optional(),
  usdPerDelete: amount.optional(),
});

/** A month of one class: what is kept, what is asked for, what goes in and out. */
export function usageAnswers(given: unknown) {
  const inputs = usage.parse(given);
  const { billingGB: gigabyte = 2 ** 30, requestKB, KB } = inputs;
  const moved = (requests: number | undefined) => product(requests, requestKB, KB, 1 / gigabyte);
  const lines = {
    storageUSD: product(inputs.storedGBMonths, inputs.usdPerGBMonth),
    putUSD: product(inputs.putRequests, inputs.usdPer1000Put, 1 / 1000),
    getUSD: product(inputs.getRequests, inputs.usdPer1000Get, 1 / 1000),
    listUSD: product(inputs.listRequests, inputs.usdPer1000List, 1 / 1000),
    lifecycleUSD: product(inputs.lifecycleRequests, inputs.usdPer1000Lifecycle, 1 / 1000),
    deleteUSD: product(inputs.deleteRequests ?? 0, inputs.usdPerDelete),
    uploadUSD: product(inputs.uploadedGB ?? moved(inputs.putRequests), inputs.usdPerGBUploaded),
    retrievalUSD: product(
      inputs.retrievedGB ?? moved(inputs.getRequests),
      inputs.usdPerGBRetrieved,
    ),
    egressUSD: product(inputs.egressGB, inputs.usdPerGBEgress),
  };
  return { ...lines, totalUSD: sumOf(Object.values(lines)) };
}

const WAYS = ['Bulk', 'Standard', 'Expedited'] as const;

const archive = z.strictObject({
  billingGB,
  files: amount,
  sizeGB: amount,
  usdPer1000Puts: amount,
  usdPerGBMonth: amount,
  usdPerGBMonthStandard: amount.optional(),
  /** what an object takes besides: left out by the source, or so many KB at the two prices */
  perObjectOverhead: z
    .string()
    .regex(/ignored|left out|none/i)
    .optional(),
  overheadArchiveKB: amount.optional(),
  overheadStandardKB: amount.optional(),
  ...Object.fromEntries(
    WAYS.flatMap((way) => [
      [`usdPer1000${way}Retrievals`, amount.optional()],
      [`usdPerGB${way}Retrieved`, amount.optional()],
    ]),
  ),
});

/** Files put into an archive, kept, and taken out again in one of its ways. */
export function archiveAnswers(given: unknown) {
  const inputs = archive.parse(given) as z.output<typeof archive> &
    Readonly<Record<string, number | undefined>>;
  const { files, sizeGB, billingGB: gigabyte = 2 ** 30 } = inputs;
  const size = (kilobytes: number | undefined) =>
    ({
      value: (kilobytes ?? 0) * 1024,
      unit: 'B',
      source: '',
      date: '',
      grade: 'derived',
    }) as const;
  const extra = billableExtra(sizeGB * gigabyte, files, {
    overhead: {
      own: size(inputs.overheadArchiveKB),
      standard: size(inputs.overheadStandardKB),
      standardPrice: size(0),
      standardClass: '',
    },
  });
  const perMonth =
    (sizeGB + extra.own / gigabyte) * inputs.usdPerGBMonth +
    (extra.standard / gigabyte) * (inputs.usdPerGBMonthStandard ?? 0);
  const retrievals = WAYS.map((way) => {
    const requests = inputs[`usdPer1000${way}Retrievals`];
    const data = inputs[`usdPerGB${way}Retrieved`];
    const usd = sumOf([product(files / 1000, requests), product(sizeGB, data)]);
    return [`${way.toLowerCase()}RetrievalUSD`, usd];
  });
  return {
    uploadUSD: (files / 1000) * inputs.usdPer1000Puts,
    ...{ storePerMonthUSD: perMonth, storePerYearUSD: perMonth * 12 },
    ...Object.fromEntries(retrievals),
  };
}
