import { ALIBABA_OSS } from './cloud/alibaba-oss.ts';
import { AWS_BACKUP } from './cloud/aws-backup.ts';
import { AWS_S3 } from './cloud/aws-s3.ts';
import { AZURE_BLOB } from './cloud/azure-blob.ts';
import { BACKBLAZE } from './cloud/backblaze.ts';
import { CLOUDFLARE } from './cloud/cloudflare.ts';
import { GCS } from './cloud/gcs.ts';
import { TENCENT_COS } from './cloud/tencent-cos.ts';
import { WASABI } from './cloud/wasabi.ts';
import type { StorageClass } from './storage-class.ts';

/** Storage classes: values of `profile` of an object store, in display order. */
export const STORAGE_CLASSES: readonly StorageClass[] = [
  ...AWS_S3,
  ...AWS_BACKUP,
  ...AZURE_BLOB,
  ...GCS,
  ...BACKBLAZE,
  ...WASABI,
  ...CLOUDFLARE,
  ...ALIBABA_OSS,
  ...TENCENT_COS,
];

/** The storage class of that name, if there is one. */
export const storageClass = (name: string): StorageClass | undefined =>
  STORAGE_CLASSES.find((one) => one.name === name);
