import { z } from 'zod';
import { partsOf } from '../../../src/model/object-requests.ts';
import { amount } from './units.ts';

/** One price, or one for each access tier. */
const prices = z.union([amount, z.record(z.string(), amount)]);

const endpoint = {
  blockMiB: z.number().positive().optional(),
  commitWritesPerFile: amount.default(0),
  readsPerFile: amount.default(1),
  usdPer10000Writes: prices.optional(),
  usdPer10000Reads: prices.optional(),
  usdPerGBRetrieved: prices.optional(),
  archiveRule: z
    .string()
    .transform((words, issues) => {
      const [, block, commit] =
        /^blocks at the (\w+) price, the commit at the (\w+) price$/.exec(words) ?? [];
      if (block !== undefined && commit !== undefined) return { block, commit };
      issues.addIssue({ code: 'custom', message: `${words} is no rule that is known` });
      return z.NEVER;
    })
    .optional(),
};
const strictEndpoint = z.strictObject(endpoint);
type Endpoint = z.output<typeof strictEndpoint>;

const sizes = {
  files: amount,
  fileGiB: amount.optional(),
  fileMiB: amount.optional(),
};

/** Blocks that files are cut into, and what writing and reading them costs, for each endpoint. */
export function uploadAnswers(given: Readonly<Record<string, unknown>>) {
  const names = Object.keys(given).filter((name) => name.endsWith('Endpoint'));
  if (names.length === 0) {
    const { files, fileGiB, fileMiB, ...rest } = z
      .strictObject({ ...sizes, ...endpoint })
      .parse(given);
    return ofEndpoint(files, mebibytes({ fileGiB, fileMiB }), rest);
  }
  const endpoints = Object.fromEntries(names.map((name) => [name, strictEndpoint]));
  const inputs = z.strictObject({ ...sizes, ...endpoints }).parse(given);
  const size = mebibytes(inputs);
  return Object.fromEntries(
    names.map((name) => [
      name,
      ofEndpoint(
        inputs.files,
        size,
        (inputs as unknown as Record<string, Endpoint>)[name] as Endpoint,
      ),
    ]),
  );
}

function mebibytes(sized: { fileGiB?: number | undefined; fileMiB?: number | undefined }): number {
  if ((sized.fileGiB === undefined) === (sized.fileMiB === undefined)) {
    throw new Error('a file needs one size');
  }
  return sized.fileMiB ?? (sized.fileGiB ?? 0) * 1024;
}

function ofEndpoint(files: number, fileMiB: number, one: Endpoint) {
  const blockWrites =
    one.blockMiB === undefined ? undefined : files * partsOf(fileMiB, one.blockMiB);
  const commitWrites = files * one.commitWritesPerFile;
  const { archiveRule: rule } = one;
  return {
    blockWrites,
    ...{ commitWrites, writes: blockWrites === undefined ? undefined : blockWrites + commitWrites },
    usd: priced(one.usdPer10000Writes, (price, tier, byTier) => {
      const isRuled = rule !== undefined && tier === rule.commit && byTier !== undefined;
      const blockPrice = isRuled ? (byTier[rule.block] ?? Number.NaN) : price;
      return ((blockWrites ?? Number.NaN) * blockPrice + commitWrites * price) / 10_000;
    }),
    readUSD: priced(one.usdPer10000Reads, (price) => (files * one.readsPerFile * price) / 10_000),
    retrievalUSD: priced(one.usdPerGBRetrieved, (price) => ((files * fileMiB) / 1024) * price),
  };
}

/** A cost for the one price, or for each tier's. */
function priced(
  given: z.output<typeof prices> | undefined,
  cost: (price: number, tier?: string, byTier?: Readonly<Record<string, number>>) => number,
) {
  if (given === undefined || typeof given === 'number') {
    return given === undefined ? undefined : cost(given);
  }
  return Object.fromEntries(
    Object.entries(given).map(([tier, price]) => [tier, cost(price, tier, given)]),
  );
}
