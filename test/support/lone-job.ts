import fc from 'fast-check';
import { codec } from '../../src/catalog/codecs.ts';
import { hash } from '../../src/catalog/hashes.ts';
import { propagation, roundTrip, streamsRate } from '../../src/model/network.ts';
import { type JobTerms, moveTime, type Stage } from '../oracles/formulas/pipeline.ts';
import { checkTime } from '../oracles/formulas/verification.ts';
import type { Declared } from './played.ts';

const bytesPerSecond = fc.double({ min: 1e6, max: 1e11, noNaN: true });
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const link = fc.record({
  rate: bytesPerSecond,
  distance: fc.integer({ min: 0, max: 2e7 }),
  stretch: fc.double({ min: 1, max: 3, noNaN: true }),
  hops: fc.integer({ min: 0, max: 10 }),
  hopDelay: fc.constantFrom(0, 0.001),
  rtt: sometimes(fc.double({ min: 1e-4, max: 1, noNaN: true })),
  paths: fc.integer({ min: 1, max: 4 }),
  loss: fc.constantFrom(0, 1e-6, 1e-3),
});

/** One job with nothing beside it: what it is, in base units. */
export const loneJob = fc.record({
  bytes: fc.integer({ min: 1e6, max: 1e14 }),
  files: fc.integer({ min: 1, max: 1e8 }),
  changes: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
  compressibility: fc.constantFrom(1, 1, 2.5),
  read: sometimes(bytesPerSecond),
  links: fc.array(link, { maxLength: 2 }),
  storeRead: sometimes(bytesPerSecond),
  storeWrite: sometimes(bytesPerSecond),
  hash: fc.constantFrom('none', 'sha-256', 'xxhash'),
  codec: fc.constantFrom('none', 'zstd-3'),
  cores: fc.integer({ min: 1, max: 16 }),
  siteCores: sometimes(fc.integer({ min: 1, max: 16 })),
  streams: fc.integer({ min: 1, max: 16 }),
  window: sometimes(fc.integer({ min: 65536, max: 1e8 })),
  path: fc.constantFrom('pipelined' as const, 'staged' as const),
  prepare: fc.constantFrom(0, 12.5),
  finish: fc.constantFrom(0, 7.25),
  scan: sometimes(fc.integer({ min: 100, max: 1e6 })),
  perFile: fc.constantFrom(0, 0.001),
  verify: fc.record({
    when: fc.constantFrom('never', 'inline', 'after'),
    method: fc.constantFrom('md5', 'byte-compare'),
    at: fc.constantFrom('source', 'target'),
    rate: bytesPerSecond,
    cores: fc.integer({ min: 1, max: 8 }),
    coverage: fc.constantFrom(0.1, 1),
  }),
});

export type LoneJob = typeof loneJob extends fc.Arbitrary<infer T> ? T : never;

const orNot = (value: number | undefined, unit: string) =>
  value === undefined ? undefined : `${value} ${unit}`;

/** The scenario of a lone job: a full at the start, an increment when it is long over. */
export function scenarioOf(job: LoneJob): Declared {
  const names = ['a', 'b', 'c'].slice(0, job.links.length + 1);
  const server = job.siteCores === undefined ? {} : { server: { cores: job.siteCores } };
  return {
    start: '2026-01-05',
    horizon: '200 years',
    sites: Object.fromEntries(names.map((name) => [name, server])),
    workloads: {
      data: {
        site: 'a',
        size: `${job.bytes} B`,
        files: job.files,
        change: { 'per-run': job.changes },
        compressibility: job.compressibility,
        duplicates: 0,
        read: orNot(job.read, 'B/s'),
      },
    },
    links: Object.fromEntries(
      job.links.map((one, index) => [`l${index}`, linkOf(one, names.slice(index, index + 2))]),
    ),
    stores: {
      disk: {
        site: names[names.length - 1],
        read: orNot(job.storeRead, 'B/s'),
        write: orNot(job.storeWrite, 'B/s'),
      },
    },
    tools: {
      own: {
        like: 'generic',
        hash: job.hash,
        codec: job.codec,
        compression: job.codec === 'none' ? 'off' : 'on',
        cores: job.cores,
        streams: job.streams,
        'stream-window': orNot(job.window, 'B'),
        path: job.path,
        prepare: `${job.prepare} s`,
        finish: `${job.finish} s`,
        scan: orNot(job.scan, '/s'),
        'per-file': `${job.perFile} s`,
      },
    },
    strategies: {
      plan: {
        tool: 'own',
        full: ['2026-01-05'],
        incremental: ['2200-01-05'],
        verify: verifyOf(job),
      },
    },
  };
}

const linkOf = (one: LoneJob['links'][number], between: readonly string[]) => ({
  between,
  rate: `${one.rate} B/s`,
  distance: `${one.distance} m`,
  stretch: one.stretch,
  hops: one.hops,
  'hop-delay': `${one.hopDelay} s`,
  rtt: orNot(one.rtt, 's'),
  paths: one.paths,
  live: 1,
  loss: one.loss,
});

const verifyOf = ({ verify: { when, method, at, rate, cores, coverage } }: LoneJob) =>
  when === 'never'
    ? { method: 'none' }
    : { method, when, at, rate: `${rate} B/s`, cores, coverage };

/** What the formulas of docs/model.md say the job takes, moving so many source bytes. */
export function termsOf(job: LoneJob, bytes: number): JobTerms {
  const { verify } = job;
  const files = job.scan === undefined ? 0 : job.files / job.scan;
  return {
    prepare: job.prepare,
    scan: files + (job.perFile * job.files * bytes) / job.bytes,
    move: moveTime(bytes, moveStages(job), job.path).seconds,
    latency: job.links.reduce((sum, one) => sum + oneWay(one), 0),
    transform: 0,
    verify: verify.when === 'after' ? checkSeconds(job, bytes * verify.coverage) : 0,
    finish: job.finish,
  };
}

type Link = LoneJob['links'][number];
const oneWay = (one: Link): number => (one.rtt === undefined ? propagation(one) : one.rtt / 2);
const stage = (name: string, secondsPerByte: number): Stage => ({ name, secondsPerByte });
const perByte = (rate: number | undefined): number => (rate === undefined ? 0 : 1 / rate);
const left = ({ compressibility, codec: name }: LoneJob): number =>
  name === 'none' ? 1 : 1 / compressibility;

const work = (job: LoneJob): number =>
  perByte(hash(job.hash)?.rate?.value) + perByte(codec(job.codec)?.compress?.value);

/** Two things on the cores of one site at the same time share them; one after the other do not. */
function moveStages(job: LoneJob): Stage[] {
  const { verify } = job;
  const check = verify.when === 'inline' ? 1 / verify.rate : 0;
  const most = job.siteCores ?? Infinity;
  const read = stage('read', perByte(job.read));
  const write = stage('write', perByte(job.storeWrite) * left(job));
  if (job.path === 'staged') {
    return [
      read,
      stage('work', work(job) / Math.min(job.cores, most)),
      stage('check', check / Math.min(verify.cores, most)),
      ...job.links.flatMap((one) => [
        stage('wire', Math.max(lineSeconds(one), streamSeconds(job, [one])) * left(job)),
      ]),
      write,
    ];
  }
  return [
    read,
    stage('work', work(job) / job.cores),
    stage('check', check / verify.cores),
    stage('cores', (work(job) + check) / most),
    ...wayOf(job),
    write,
  ];
}

/** Seconds a byte on the wire of one link, of which one path is live. */
const lineSeconds = (one: Link): number => one.paths / one.rate;

/** Seconds a byte that streams from end to end: delays add up, each link may lose a packet. */
function streamSeconds({ streams, window = Infinity }: LoneJob, links: readonly Link[]): number {
  const rtt = links.reduce((sum, one) => sum + (one.rtt ?? roundTrip(one)), 0);
  // 1 - (1 - a)(1 - b), written so that small losses keep their digits.
  const loss = links.reduce((lost, one) => lost + one.loss - lost * one.loss, 0);
  return 1 / streamsRate({ streams, window, rtt, mss: 1460, loss });
}

/** A whole way at once: its links side by side, and the streams that go over all of them. */
const wayOf = (job: LoneJob): Stage[] => [
  ...job.links.map((one) => stage('line', lineSeconds(one) * left(job))),
  stage('streams', streamSeconds(job, job.links) * left(job)),
];

/** A check afterwards reads what it compares: the source, what lies in the store, or both. */
function checkSeconds(job: LoneJob, bytes: number): number {
  const { method, at, rate, cores } = job.verify;
  const both = method === 'byte-compare';
  const most = job.siteCores ?? Infinity;
  const stages = [
    ...(both || at === 'source' ? [stage('source', perByte(job.read))] : []),
    ...(both || at === 'target' ? [stage('store', perByte(job.storeRead) * left(job))] : []),
    ...(both ? wayOf(job) : []),
  ];
  return Math.max(
    checkTime(bytes, rate, Math.min(cores, most), 0),
    moveTime(bytes, stages, 'pipelined').seconds,
  );
}
