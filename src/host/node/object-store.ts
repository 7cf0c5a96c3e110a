import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandInput,
  type ListMultipartUploadsCommandOutput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ObjectAccess, ObjectStore, StoredObject } from '../object-store.ts';
import type { Fault, Outcome } from '../outcome.ts';
import { fault } from './fault.ts';

/** Milliseconds after which a service that does not answer is given up. */
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 15_000, socketTimeout: 15_000 };

/** Requests to remove objects that are under way at the same time. */
const AT_ONCE = 16;

/** See `Host.objectStore`: a bucket, through the client that Amazon keeps for its own service. */
export function objectStore(access: ObjectAccess): ObjectStore {
  const client = clientOf(access);
  const Bucket = access.bucket;
  return {
    list: (prefix) => asked(() => list(client, { Bucket, Prefix: prefix })),
    put: (key, content) =>
      asked(async () => {
        await client.send(new PutObjectCommand({ Bucket, Key: key, Body: content }));
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
  // It would tell people of later versions of itself, which this program does not take.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    forcePathStyle: true,
    // Given here, so that no setting of the user's for another service takes their place.
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    // Sums of its own in every request: many services do not know them.
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

/** Keys may hold what XML cannot, and then an answer that does not encode them cannot be read. */
const ENCODED = { EncodingType: 'url' } as const;

/** A key as it is, of a service that does or does not encode it. */
function plain(key: string | undefined, encoding: string | undefined): string | undefined {
  if (encoding !== 'url' || !key) return key;
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    throw notSpoken('a key that is encoded in no known way');
  }
}

/** What answers does so in words of its own. */
const notSpoken = (what: string): Error => Object.assign(new Error(what), { code: 'EPROTO' });

async function list(client: S3Client, below: Below): Promise<readonly StoredObject[]> {
  const found: StoredObject[] = [];
  const pages = paginateListObjectsV2({ client }, { ...below, ...ENCODED });
  for await (const { Name, Contents = [], EncodingType } of pages) {
    // A page of some web server passes for an empty listing, but for this.
    if (Name === undefined) throw notSpoken('no listing');
    for (const { Key, Size = 0 } of Contents) {
      found.push({ key: plain(Key, EncodingType) ?? '', bytes: Size });
    }
  }
  return found;
}

async function giveUpUploads(client: S3Client, below: Below): Promise<void> {
  const { Bucket } = below;
  let from: Pick<ListMultipartUploadsCommandInput, 'KeyMarker' | 'UploadIdMarker'> | undefined = {};
  while (from) {
    const page: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ ...below, ...ENCODED, ...from }),
    );
    const key = (encoded: string | undefined) => plain(encoded, page.EncodingType);
    await inTurns(page.Uploads ?? [], ({ Key, UploadId }) =>
      client.send(new AbortMultipartUploadCommand({ Bucket, Key: key(Key), UploadId })),
    );
    from = page.IsTruncated
      ? { KeyMarker: key(page.NextKeyMarker), UploadIdMarker: page.NextUploadIdMarker }
      : undefined;
  }
}

/** One request an object: not every service takes many in one. */
async function removeVersions(client: S3Client, below: Below): Promise<void> {
  const { Bucket } = below;
  let from: Pick<ListObjectVersionsCommandInput, 'KeyMarker' | 'VersionIdMarker'> | undefined = {};
  while (from) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ ...below, ...ENCODED, ...from }),
    );
    const key = (encoded: string | undefined) => plain(encoded, page.EncodingType);
    await inTurns([...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])], ({ Key, VersionId }) =>
      client.send(new DeleteObjectCommand({ Bucket, Key: key(Key), VersionId })),
    );
    from = page.IsTruncated
      ? { KeyMarker: key(page.NextKeyMarker), VersionIdMarker: page.NextVersionIdMarker }
      : undefined;
  }
}

async function inTurns<T>(things: readonly T[], act: (thing: T) => Promise<unknown>) {
  const left = things.values();
  const turn = async () => {
    for (const thing of left) await act(thing);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
}

async function asked<T>(request: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await request() };
  } catch (error) {
    return faultOf(error);
  }
}

/** What the service or the network said; anything else is a bug, thrown on. */
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
