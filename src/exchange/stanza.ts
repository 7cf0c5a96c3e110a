import { format, significant } from '../units/dimension.ts';
import { BINARY_SIZE, DURATION, FRACTION, SIZE } from '../units/dimensions.ts';
import type { MeasuredChange, Observation } from './observation.ts';

/**
 * Writes an observation as a small YAML document: the figures as comments, then the workload in
 * scenario syntax. Quantities that could not be measured are left out, so that the defaults apply.
 */
export function stanza(observation: Observation): string {
  const comments = [...looked(observation), ...sampled(observation), ...changed(observation)];
  return [
    ...comments.map((line) => `# ${line}`),
    'workloads:',
    `  ${observation.name}:`,
    ...fields(observation).map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/**
 * Writes an observation as a complete scenario that `simulate` accepts as it is: the workload, a
 * common store profile, and the strategies that people compare first.
 */
export function starter(observation: Observation): string {
  return [
    stanza(observation).trimEnd(),
    `start: ${observation.taken.slice(0, 10)}`,
    'horizon: 3 years',
    'stores:',
    '  disk: { profile: disk/nearline-raid6 }',
    'strategies:',
    '  weekly-full: { full: weekly on Sunday at 22:00, incremental: daily at 22:00, tool: tar }',
    '  forever-incremental: { incremental: daily at 22:00 }',
    '  deduplicated: { incremental: daily at 22:00, tool: restic }',
    '',
  ].join('\n');
}

function fields(observation: Observation): readonly string[] {
  const { size, files, compressibility, duplicates, fileSize, change } = observation;
  const lines = [`size: ${size} B`, `files: ${files}`];
  if (fileSize && size > 0) {
    const { median, mean, p95 } = fileSize;
    lines.push(
      `file-size: { median: ${atLeastOne(median)}, mean: ${atLeastOne(mean)}, p95: ${atLeastOne(p95)} }`,
    );
  }
  if (compressibility) lines.push(`compressibility: ${significant(compressibility.ratio, 3)}`);
  if (duplicates) lines.push(`duplicates: ${format(FRACTION, duplicates.share, 2)}`);
  if (change?.rates) {
    const { changePerDay, growthPerDay } = change.rates;
    lines.push(`change: { per-day: ${format(FRACTION, changePerDay)} }`);
    if (growthPerDay > 0) lines.push(`growth: ${format(SIZE, growthPerDay)}/day`);
  } else if (change && change.perRun !== null) {
    lines.push(perRun(change.perRun));
  }
  return lines;
}

const perRun = (share: number): string => `change: { per-run: ${format(FRACTION, share)} }`;

const number = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

// A median of 0 would make sizes impossible to draw, and even an empty file has a name.
const atLeastOne = (size: number): string => format(SIZE, Math.max(1, size));

function looked(observation: Observation): readonly string[] {
  const { directory, taken, files, size, directories, holes, hardLinks, unread } = observation;
  const lines = [
    `${directory}, observed at ${taken}`,
    `${number(files, 'file')} in ${number(directories, 'directory', 'directories')} below it, ${format(SIZE, size)} (${format(BINARY_SIZE, size)})`,
  ];
  if (observation.fileSize)
    lines.push(`largest file ${format(SIZE, observation.fileSize.largest)}`);
  if (holes.files > 0) {
    lines.push(`holes left out: ${format(SIZE, holes.bytes)} in ${number(holes.files, 'file')}`);
  }
  if (hardLinks.names > 0) {
    lines.push(
      `hard links counted once: ${number(hardLinks.names, 'further name')} of ${format(SIZE, hardLinks.bytes)}`,
    );
  }
  const passed = Object.entries(observation.passed).filter(([, count]) => count > 0);
  if (passed.length > 0) {
    lines.push(`not opened: ${passed.map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  }
  if (unread.count > 0) {
    lines.push(
      `could not be read: ${unread.count}, of which ${unread.vanished} vanished meanwhile`,
    );
  }
  return lines;
}

function sampled({ compressibility, duplicates, seed }: Observation): readonly string[] {
  const lines: string[] = [];
  if (compressibility) {
    const { low, high, blocks } = compressibility;
    const doubt =
      low === null || high === null
        ? 'too few for an interval'
        : `95 %: ${significant(low, 3)} to ${significant(high, 3)}`;
    lines.push(
      `compressibility by zlib level 1 of ${number(blocks, 'block')}, seed ${seed} (${doubt})`,
    );
  }
  if (duplicates) {
    const extent = duplicates.complete ? 'all of it' : 'a sample, so this is a lower bound';
    lines.push(
      `duplicates among ${format(SIZE, duplicates.compared)} in chunks of 64 KiB (${extent})`,
    );
  }
  return lines;
}

function changed({ change }: Observation): readonly string[] {
  if (!change) return [];
  const tally = (name: 'added' | 'removed' | 'changed' | 'replaced'): string =>
    `${name} ${number(change[name].files, 'file')} (${format(SIZE, change[name].bytes)})`;
  return [
    `since ${format(DURATION, change.seconds)} before: ${tally('added')}, ${tally('removed')}, ${tally('changed')}`,
    ...(change.replaced.files > 0 ? [`same size and time, but ${tally('replaced')}`] : []),
    ...rates(change),
  ];
}

function rates({ rates: measured, seconds, ...change }: MeasuredChange): readonly string[] {
  if (change.perRun === null) return ['no rates: there was nothing before'];
  const often = 'where runs come as often as these two looks';
  if (!measured) {
    const grown = change.after.bytes - change.before.bytes;
    const growth = grown > 0 ? `; it grew by ${format(SIZE, grown)} beside` : '';
    return [`no daily rates, as too little time has passed: per-run holds ${often}${growth}`];
  }
  const { changePerDay, growthPerDay } = measured;
  const lines = [`${often}, write instead: ${perRun(change.perRun)}`];
  if (seconds < 86_400) lines.push('less than a day has passed: the daily rates are extrapolated');
  if (changePerDay === 1) {
    lines.push('nothing is as it was, so the daily change may be less: look again sooner');
  } else if (seconds > 2 * 86_400) {
    lines.push(
      'a file that changed on several days counts once; the daily change allows for that,',
      'as if every byte were as likely to change; where the same files change daily, it is more',
    );
  }
  if (growthPerDay < 0) lines.push(`it shrank by ${format(SIZE, -growthPerDay)} a day`);
  return lines;
}
