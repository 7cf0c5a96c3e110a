import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ObjectAccess, ObjectStore } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { available } from '../../support/programs/require.ts';
import { freshBucket, s3Client, sharedS3 } from '../../support/servers/shared-s3.ts';

const host = nodeHost();
const done = { ok: true, value: undefined };
const some = Buffer.from('some bytes');

describe.skipIf(!available('ceph', 'buckets of a real service'))('a bucket', () => {
  let client: S3Client;
  let access: ObjectAccess;
  let store: ObjectStore;

  beforeAll(async () => {
    const service = await sharedS3();
    client = s3Client(service);
    access = { ...service, region: 'us-east-1', bucket: await freshBucket(client, 'store') };
    store = await host.objectStore(access);
  });
  afterAll(() => {
    store?.close();
    client?.destroy();
  });

  const keysBelow = async (prefix: string) => {
    const found = await store.list(prefix);
    return found.ok && found.value.map(({ key }) => key).sort();
  };

  it('lists and removes more objects than one answer holds, and no neighbours', async () => {
    const names = Array.from({ length: 1100 }, (_, number) => `many/${number} + \u001b`).values();
    const put = async () => {
      for (const name of names) expect(await store.put(name, some)).toEqual(done);
    };
    await Promise.all(Array.from({ length: 20 }, put));
    for (const neighbour of ['man', 'many', 'many-more/x']) await store.put(neighbour, some);
    expect(await keysBelow('many/')).toHaveLength(1100);
    expect(await store.remove('many/')).toEqual(done);
    expect(await keysBelow('many/')).toEqual([]);
    expect(await keysBelow('man')).toEqual(['man', 'many', 'many-more/x']);
  });

  it('takes names of any letters, and says how large objects are', async () => {
    const key = 'any/ä &+%25 "\'<x>?#\n\u001b\u0001\\/..';
    expect(await store.put(key, some)).toEqual(done);
    expect(await store.list('any/')).toEqual({ ok: true, value: [{ key, bytes: 10 }] });
    expect(await store.remove('any/')).toEqual(done);
    expect(await keysBelow('any/')).toEqual([]);
  });

  it('loses all versions of what is removed, and what says that others were', async () => {
    const Bucket = await freshBucket(client, 'versions');
    const versioned = await host.objectStore({ ...access, bucket: Bucket });
    const Status = 'Enabled';
    await client.send(
      new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }),
    );
    for (const key of ['mine/a', 'mine/a', 'mine/b', 'theirs/a', 'theirs/a']) {
      expect(await versioned.put(key, some)).toEqual(done);
    }
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'mine/b' }));
    expect(await versioned.remove('mine/')).toEqual(done);
    const left = await client.send(new ListObjectVersionsCommand({ Bucket }));
    expect(left.Versions?.map(({ Key }) => Key)).toEqual(['theirs/a', 'theirs/a']);
    expect(left.DeleteMarkers ?? []).toEqual([]);
    versioned.close();
  });

  it('loses uploads that never came to an end, below what is removed only', async () => {
    const Bucket = access.bucket;
    for (const Key of ['half/mine', 'half-theirs']) {
      const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
      await client.send(
        new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: some }),
      );
    }
    expect(await store.remove('half/')).toEqual(done);
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
    expect(Uploads.map(({ Key }) => Key)).toEqual(['half-theirs']);
  });

  it.each([
    ['bucket', 'nobodys', 'NoSuchBucket'],
    ['accessKey', 'nobody', 'InvalidAccessKeyId'],
    ['secretKey', 'wrong-secret', 'SignatureDoesNotMatch'],
  ])('that is asked for with a wrong %s says so in its own words', async (field, value, code) => {
    const wrong = await host.objectStore({ ...access, [field]: value });
    for (const answer of [
      await wrong.list('x'),
      await wrong.put('x', some),
      await wrong.remove('x'),
    ]) {
      expect(answer).toMatchObject({ ok: false, code });
      expect(answer).toMatchObject({ reason: expect.stringContaining(`the service says ${code}`) });
      expect(JSON.stringify(answer)).not.toContain('secret');
    }
    wrong.close();
  });
});

describe('a service that is none', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  /** What a bucket says that is looked for at a server; what the server holds open does not keep it. */
  async function listAt(begun: Server) {
    server = begun;
    await new Promise<void>((resolve) => begun.listen(0, '127.0.0.1', resolve));
    begun.on('connection', (socket) => socket.unref());
    const { port } = begun.address() as AddressInfo;
    return listOn(port);
  }

  async function listOn(port: number) {
    const keys = { accessKey: 'a', secretKey: 'b' };
    const endpoint = `http://127.0.0.1:${port}`;
    const store = await host.objectStore({ endpoint, region: 'r', bucket: 'tests', ...keys });
    const answer = await store.list('x');
    store.close();
    return answer;
  }

  it('is a fault where nothing listens', async () => {
    expect(await listOn(1)).toMatchObject({ ok: false, code: 'ECONNREFUSED' });
  });

  it('is a fault where somebody listens and never answers', async () => {
    expect(await listAt(createServer(() => {}))).toMatchObject({ ok: false, code: 'ETIMEDOUT' });
  });

  it('is a fault where somebody breaks off', async () => {
    expect(await listAt(createServer((socket) => socket.destroy()))).toMatchObject({ ok: false });
  });

  it('is a fault where a key is said to be encoded, and is not', async () => {
    const listing = `<ListBucketResult><Name>tests</Name><EncodingType>url</EncodingType>
      <IsTruncated>false</IsTruncated><Contents><Key>x%zz</Key><Size>1</Size></Contents>
      </ListBucketResult>`;
    const page = createHttp((_, answer) => answer.writeHead(200).end(listing));
    expect(await listAt(page)).toMatchObject({ ok: false, code: 'EPROTO' });
  });

  it.each([200, 404])('is a fault where something else answers with %d', async (status) => {
    const page = createHttp((_, answer) => answer.writeHead(status).end('<html>hello</html>'));
    expect(await listAt(page)).toMatchObject({ ok: false });
  });
});
