import { expect, it } from 'vitest';
import { placeText } from '../../../src/benchmark/targets/place-text.ts';

const limit = null;
const key = { kind: 'environment', name: 'KEY' } as const;

it('says where the place of a run is', () => {
  const path = '/srv/backups';
  const files = { identity: 'key', knownHosts: null };
  const host = { kind: 'ssh', user: 'me', host: 'vault', port: 22, path, ...files, limit } as const;
  expect(placeText(host, 'r', 't')).toBe('target t (me@vault:/srv/backups/backcast-r-t)');
  const bucket = { endpoint: 'https://s3.example', bucket: 'b', region: 'r', limit } as const;
  const s3 = { kind: 's3', ...bucket, accessKey: key, secretKey: key } as const;
  const place = (prefix: string) => placeText({ ...s3, prefix }, 'r', 't');
  expect(place('')).toBe('target t (https://s3.example/b/backcast-r-t/)');
  expect(place('p/q')).toBe('target t (https://s3.example/b/p/q/backcast-r-t/)');
  expect(placeText({ kind: 'local', limit }, 'r', 't')).toBe('target t');
});
