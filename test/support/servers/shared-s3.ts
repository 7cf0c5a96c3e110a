import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { inject } from 'vitest';
import type { S3Service } from './s3-server.ts';

/**
 * The S3 service that all test files of a run share; the first to ask starts it.
 *
 * @throws with what its daemons wrote, where it does not start.
 */
export async function sharedS3(): Promise<S3Service> {
  const answer = JSON.parse(await text(connect(inject('s3Socket'))));
  if (answer.error) throw new Error(answer.error);
  return answer;
}

/** A client of a test's own, to look at what really lies there. */
export function s3Client({ endpoint, accessKey, secretKey }: S3Service): S3Client {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  return new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

/** Makes a bucket and says its name: `start` and something that no other test has. */
export async function freshBucket(client: S3Client, start: string): Promise<string> {
  const bucket = `${start}-${process.pid}-${Date.now().toString(36)}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return bucket;
}
