import { describe, it } from 'vitest';
import { bucket, copiedHome, rechecked } from './bucket.ts';
import { holdsAlone, type OneTerm } from './one-term.ts';

const STANDARD = 'cloud/aws-s3-standard';
const RARE = 'cloud/aws-s3-standard-ia';
const DEEP = 'cloud/aws-s3-deep-archive';
const EXPRESS = 'cloud/aws-s3-express-one-zone';

const inFour = { store: { 'part-size': '256 MiB' } };
const writes: readonly OneTerm[] = [
  {
    what: 'put: 1000 objects',
    declared: bucket(STANDARD),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 2 },
  },
  {
    what: 'put: a last object that is not full counts as one',
    declared: bucket(STANDARD, { workload: { size: '1 GiB' }, store: { 'object-size': '1 GB' } }),
    prices: { [STANDARD]: { put: '2 USD/request' } },
    lines: { requests: 2 * 2 },
  },
  {
    what: 'put: on S3 four parts are begun and completed, six requests an object',
    declared: bucket(STANDARD, inFour),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 6 * 2 },
  },
  {
    what: 'put: on Azure a list of four blocks is committed, five requests an object',
    declared: bucket('cloud/azure-blob-hot', inFour),
    prices: { 'cloud/azure-blob-hot': { put: '2 USD/1000' } },
    lines: { requests: 5 * 2 },
  },
  {
    what: 'put: into an archive only what completes an object has its price',
    declared: bucket(DEEP, inFour),
    prices: { [DEEP]: { put: '7 USD/1000' }, [STANDARD]: {} },
    lines: { requests: 7 },
  },
  {
    what: 'put: and the five others that of the standard class',
    declared: bucket(DEEP, inFour),
    prices: { [DEEP]: {}, [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 5 * 2 },
  },
  {
    // 6.5 days are billed as seven parts, of a seventh of an object each.
    what: 'put: one object that takes a week is one all the same',
    declared: bucket(STANDARD, {
      links: { line: { between: ['here', 'there'], rate: `${1e9 / 6.5 / 86_400} B/s` } },
      workload: { size: '1 GB' },
      store: { 'object-size': '1 GB', 'part-size': '1 GB' },
    }),
    prices: { [STANDARD]: { put: '2 USD/request' } },
    lines: { requests: 2 },
  },
  {
    what: 'put: each full anew, twelve in a year',
    declared: bucket(STANDARD, { strategy: { full: 'monthly on day 1 at 00:00' } }),
    prices: { [STANDARD]: { put: '2 USD/1000' } },
    lines: { requests: 12 * 2 },
  },
  {
    what: 'upload: by the byte',
    declared: bucket(EXPRESS),
    prices: { [EXPRESS]: { upload: '0.003 USD/GiB' } },
    lines: { upload: 1000 * 0.003 },
  },
];

const reads: readonly OneTerm[] = [
  {
    what: 'get: a copy asks for 1000 objects',
    declared: bucket(STANDARD, copiedHome),
    prices: { [STANDARD]: { get: '2 USD/1000' } },
    lines: { requests: 2 },
  },
  {
    what: 'list: a check every 90 days lists 1500 objects, each time in two requests',
    declared: bucket(STANDARD, { ...rechecked('90 d'), workload: { size: '1500 GiB' } }),
    prices: { [STANDARD]: { list: '2 USD/request' } },
    lines: { requests: 4 * 2 * 2 },
  },
  {
    what: 'retrieval: by the byte',
    declared: bucket(RARE, copiedHome),
    prices: { [RARE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: { retrieval: 1000 * 0.01 },
  },
  {
    what: 'retrieval: by the object',
    declared: bucket(DEEP, copiedHome),
    prices: { [DEEP]: { retrieval: { standard: { requests: '5 USD/1000' } } }, [STANDARD]: {} },
    lines: { retrieval: 5 },
  },
  {
    what: 'retrieval: by the way that is asked for, and no other',
    declared: bucket(DEEP, { ...copiedHome, store: { retrieval: 'bulk' } }),
    prices: {
      [DEEP]: { retrieval: { bulk: { data: '0.002 USD/GiB' }, standard: { data: '7 USD/GiB' } } },
      [STANDARD]: {},
    },
    lines: { retrieval: 1000 * 0.002 },
  },
  {
    what: 'retrieval: from the class in which it lies then, of four checks all but the first',
    declared: bucket(STANDARD, {
      ...rechecked('90 d'),
      store: { lifecycle: [{ after: '100 d', to: RARE }] },
    }),
    prices: { [STANDARD]: {}, [RARE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: { retrieval: 3 * 1000 * 0.01 },
  },
  {
    what: 'retrieval: a quarter, of checks that cover a quarter: one of what is new, four of all',
    declared: bucket(RARE, rechecked('90 d', { coverage: '25 %' })),
    prices: { [RARE]: { retrieval: { online: { data: '0.01 USD/GiB' } } } },
    lines: { retrieval: ((1 + 4) * 1000 * 0.01) / 4 },
  },
  {
    what: 'thawed copies: for a day of a month of 30',
    declared: bucket(DEEP, copiedHome),
    prices: { [DEEP]: { 'thawed-copy': '0.03 USD/GiB/month' }, [STANDARD]: {} },
    lines: { thawed: (1000 * 0.03) / 30 },
  },
  {
    what: 'thawed copies: for as long as they are kept',
    declared: bucket(DEEP, { ...copiedHome, store: { 'thawed-for': '10 d' } }),
    prices: { [DEEP]: { 'thawed-copy': '0.03 USD/GiB/month' }, [STANDARD]: {} },
    lines: { thawed: (1000 * 0.03) / 3 },
  },
];

describe('what is asked of a bucket costs', () => {
  it.each(writes)('$what', holdsAlone);
  it.each(reads)('$what', holdsAlone);
});
