import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandInput,
  type ListMultipartUploadsCommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { ObjectAccess, ObjectStore, StoredObject } from '../object-store.ts';
import type { Fault, Outcome } from '../outcome.ts';
import { fault } from './fault.ts';

/** Timeouts in milliseconds for a service that does not answer. */
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 15_000, socketTimeout: 15_000 };

/** Number of concurrent delete requests. */
const CONCURRENCY = 16;

/** See `Host.objectStore`: a bucket, accessed through the AWS SDK. */
export function objectStore(access: ObjectAccess): ObjectStore {
  const client = clientOf(access);
  const Bucket = access.bucket;
  return {
    list: (prefix) => asked(() => list(client, { Bucket, Prefix: prefix })),
    put: (key, content) =>
      asked(async () => {
        await client.send(new PutObjectCommand({ Bucket, Key: key, Body: content }));
      }),
    putInParts: (key, content, part) =>
      asked(() => putInParts(client, { Bucket, Key: key }, content, part)),
    readThrough: (key) =>
      asked(async () => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key }));
        let bytes = 0;
        for await (const piece of Body as AsyncIterable<Uint8Array>) bytes += piece.length;
        return bytes;
      }),
    removeOne: (key) =>
      asked(async () => {
        await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
      }),
    remove: (prefix) =>
      asked(async () => {
        await giveUpUploads(client, { Bucket, Prefix: prefix });
        await removeVersions(client, { Bucket, Prefix: prefix });
      }),
    close: () => client.destroy(),
  };
}

function clientOf({ endpoint, region, accessKey, secretKey }: ObjectAccess): S3Client {
  // Suppresses the SDK's warning about this version of Node.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    forcePathStyle: true,
    // Set explicitly, so that the user's AWS settings for other services do not apply.
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    // Avoids checksums that many S3-compatible services do not support.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 2,
    requestHandler: { ...PATIENCE, throwOnRequestTimeout: true },
  });
}

interface Below {
  readonly Bucket: string;
  readonly Prefix: string;
}

/** Keys may contain characters that XML cannot represent, so listings are requested URL-encoded. */
const ENCODED = { EncodingType: 'url' } as const;

/** Decodes a key if the service encoded it. */
function plain(key: string | undefined, encoding: string | undefined): string | undefined {
  if (encoding !== 'url' || !key) return key;
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    throw protocolError('a key that is encoded in no known way');
  }
}

/** An error for a response that does not follow the S3 protocol. */
const protocolError = (what: string): Error => Object.assign(new Error(what), { code: 'EPROTO' });

async function list(client: S3Client, below: Below): Promise<readonly StoredObject[]> {
  const found: StoredObject[] = [];
  const pages = paginateListObjectsV2({ client }, { ...below, ...ENCODED });
  for await (const { Name, Contents = [], EncodingType } of pages) {
    // Another web server's page would pass for an empty listing without this check.
    if (Name === undefined) throw protocolError('no listing');
    for (const { Key, Size = 0 } of Contents) {
      found.push({ key: plain(Key, EncodingType) ?? '', bytes: Size });
    }
  }
  return found;
}

/** What a failed upload leaves is given up by `remove`. */
async function putInParts(
  client: S3Client,
  place: { readonly Bucket: string; readonly Key: string },
  content: Uint8Array,
  part: number,
): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(place));
  const parts = Array.from({ length: Math.ceil(content.length / part) }, async (_, index) => {
    const Body = content.subarray(index * part, (index + 1) * part);
    const numbered = { UploadId, PartNumber: index + 1 };
    const { ETag } = await client.send(new UploadPartCommand({ ...place, ...numbered, Body }));
    return { ETag, PartNumber: index + 1 };
  });
  const MultipartUpload = { Parts: await Promise.all(parts) };
  await client.send(new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload }));
}

async function giveUpUploads(client: S3Client, below: Below): Promise<void> {
  const { Bucket } = below;
  let from: Pick<ListMultipartUploadsCommandInput, 'KeyMarker' | 'UploadIdMarker'> | undefined = {};
  while (from) {
    const page: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ ...below, ...ENCODED, ...from }),
    );
    const key = (encoded: string | undefined) => plain(encoded, page.EncodingType);
    await inParallel(page.Uploads ?? [], ({ Key, UploadId }) =>
      client.send(new AbortMultipartUploadCommand({ Bucket, Key: key(Key), UploadId })),
    );
    from = page.IsTruncated
      ? { KeyMarker: key(page.NextKeyMarker), UploadIdMarker: page.NextUploadIdMarker }
      : undefined;
  }
}

/** Deletes objects one by one, because not every service supports bulk deletion. */
async function removeVersions(client: S3Client, below: Below): Promise<void> {
  const { Bucket } = below;
  let from: Pick<ListObjectVersionsCommandInput, 'KeyMarker' | 'VersionIdMarker'> | undefined = {};
  while (from) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ ...below, ...ENCODED, ...from }),
    );
    const key = (encoded: string | undefined) => plain(encoded, page.EncodingType);
    await inParallel(
      [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])],
      ({ Key, VersionId }) =>
        client.send(new DeleteObjectCommand({ Bucket, Key: key(Key), VersionId })),
    );
    from = page.IsTruncated
      ? { KeyMarker: key(page.NextKeyMarker), VersionIdMarker: page.NextVersionIdMarker }
      : undefined;
  }
}

async function inParallel<T>(things: readonly T[], act: (thing: T) => Promise<unknown>) {
  const left = things.values();
  const worker = async () => {
    for (const thing of left) await act(thing);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

async function asked<T>(request: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await request() };
  } catch (error) {
    return faultOf(error);
  }
}

/** Converts an error of the service or the network to a fault; rethrows anything else as a bug. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) throw error;
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  if (error.name === 'TimeoutError') return fault('ETIMEDOUT');
  if (typeof code === 'string' && !code.startsWith('ERR_')) return fault(code);
  if ($metadata === undefined) throw error;
  const { httpStatusCode: status } = $metadata;
  const words = /^(UnknownError|)$/.test(error.message) ? `HTTP status ${status}` : error.message;
  return { ok: false, code: error.name, reason: `the service says ${error.name} (${words})` };
}
