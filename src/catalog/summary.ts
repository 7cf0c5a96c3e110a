import { format } from '../units/dimension.ts';
import { RATE, SIZE } from '../units/dimensions.ts';
import { arrayOf } from './array.ts';
import type { Entry } from './entry.ts';
import { show } from './listing.ts';
import type { Sourced } from './sourced.ts';
import type { StorageClass } from './storage-class.ts';
import type { StoreProfile } from './store-profiles.ts';
import type { TapeDrive } from './tape-drive.ts';
import { driveOf, type TapeProfile } from './tape-libraries.ts';
import type { Tool } from './tool.ts';

/**
 * The key figures of an entry on one line.
 *
 * @example
 * summaryOf({ kind: 'hash', data: md5 }) // '600 MB/s'
 */
export function summaryOf(entry: Entry): string {
  switch (entry.kind) {
    case 'store':
      return ofStore(entry.data);
    case 'tape':
      return ofLibrary(entry.data);
    case 'drive':
      return ofDrive(entry.data);
    case 'cloud':
      return ofClass(entry.data);
    case 'link': {
      const { rate, goodput } = entry.data;
      return `${format(RATE, rate.value * goodput.value)} payload`;
    }
    case 'class': {
      const { compressibility, changePerDay, similarity } = entry.data;
      return `shrinks ${show(compressibility)}:1, changes ${show(changePerDay)}, ${similarity}`;
    }
    case 'checkpoint':
      return `${show(entry.data.bytesPerParameter)} a parameter`;
    case 'tool':
      return ofTool(entry.data);
    case 'hash':
    case 'cipher':
      return rateOf(entry.data.rate);
    case 'codec': {
      const { compress, decompress, silesiaRatio } = entry.data;
      if (!compress || !decompress) return rateOf(undefined);
      return `${show(silesiaRatio)}:1, ${show(compress)} in, ${show(decompress)} out`;
    }
    case 'rule': {
      const { clauses, sector, date, grade } = entry.data;
      return `${counted(clauses.length, 'clause')}, for ${sector}, ${date}, ${grade}`;
    }
  }
}

const counted = (count: number, what: string): string =>
  count === 1 ? `1 ${what}` : `${count} ${what}s`;

const rateOf = (rate: Sourced | undefined): string => (rate ? show(rate) : 'costs no time');

function ofStore(profile: StoreProfile): string {
  const { usable, read, write } = arrayOf(profile);
  const drives = profile.drives === 1 ? '1 drive' : `${profile.drives} drives`;
  return `${drives}: ${format(SIZE, usable)}, ${format(RATE, read)} read, ${format(RATE, write)} write`;
}

function ofLibrary(profile: TapeProfile): string {
  const { capacity, rate } = driveOf(profile);
  const slots = profile.slots - profile.cleaningSlots;
  const drives = profile.drives === 1 ? '1 drive' : `${profile.drives} drives`;
  return (
    `${slots} cartridges: ${format(SIZE, slots * capacity.value)}, ` +
    `${drives}: ${format(RATE, profile.drives * rate.value)}`
  );
}

function ofDrive({ capacity, rate, steps }: TapeDrive): string {
  const slowest = Math.min(...steps.values);
  return `${show(capacity)} at ${show(rate)}, steps down to ${format(RATE, slowest)}`;
}

function ofClass({ currency, storage, minimumTime, retrieval }: StorageClass): string {
  const price = storage[0] ? `${currency} ${show(storage[0].price)}` : currency;
  const least = minimumTime ? `, at least ${show(minimumTime)}` : '';
  const thaw = retrieval[0]?.most.value ? `, thaw ${show(retrieval[0].most)}` : '';
  return `${price}${least}${thaw}`;
}

function ofTool({ style, granularity, codec, cores }: Tool): string {
  const seen = {
    stated: () => 'sees the stated change',
    file: () => 'sees whole files',
    block: () => 'sees blocks',
    chunk: () => 'sees chunks',
  }[granularity.kind]();
  const busy = cores === 1 ? '1 core' : `${cores} cores`;
  return `${style}, ${seen}, codec ${codec}, ${busy}`;
}
