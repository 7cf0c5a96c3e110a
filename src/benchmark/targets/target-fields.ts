import { z } from 'zod';
import { choice } from '../../scenario/language/choice.ts';
import { type About, fields, quantity, refuse, textThat } from '../../scenario/language/declare.ts';
import { COUNT, RATE } from '../../units/dimensions.ts';
import { onOrOff } from '../tools/switch.ts';
import type { DeclaredLocal, DeclaredS3, DeclaredSsh, DeclaredTarget } from './declared-target.ts';
import { secret } from './secret-field.ts';

const limit = quantity(
  RATE,
  { above: true },
  {
    description: 'how fast tools may store here, by their own means; binary thousands a second',
    default: 'as fast as they can',
    example: '20 MB/s',
  },
).optional();

const local = fields(
  {
    local: z.literal(true).meta({
      description: 'that it lies below the work directory',
      form: 'true',
      example: true,
    }),
    limit,
  },
  { description: 'a place below the work directory' },
).transform((declared): DeclaredLocal => ({ kind: 'local', limit: declared.limit ?? null }));

/** Characters that remote shells and joined command lines pass through unchanged. */
const PLAIN_PATH = /^[A-Za-z0-9/._-]+$/;
const hasDots = (path: string) => path.split('/').some((part) => part === '..' || part === '.');

/**
 * A one-line path of a file. Rejects the content of a key file and never repeats it in messages.
 */
const file = (about: About) =>
  textThat(
    (written) => /^[^\r\n]{1,4096}$/.test(written) && !/PRIVATE KEY|-----BEGIN/.test(written),
    {
      message: 'is not the path of a file',
      hint: 'write where the file is, never what it holds: a plan is shared, and a key is not',
    },
    about,
  );

const ssh = fields(
  {
    ssh: textThat(
      (written) => /^[A-Za-z0-9_][A-Za-z0-9._-]*@[A-Za-z0-9][A-Za-z0-9.-]*$/.test(written),
      {
        message: 'is not a user and a host',
        hint: 'write for example backup@vault.example, and a port of its own as port: 2222',
      },
      { description: 'who logs in where', example: 'backup@vault.example' },
    ),
    port: quantity(
      COUNT,
      { min: 1, max: 65_535, whole: true },
      { description: 'the port it listens on', default: '22', example: 2222 },
    ).optional(),
    path: textThat(
      (written) => written.startsWith('/') && PLAIN_PATH.test(written) && !hasDots(written),
      {
        message: 'is not a path that every shell takes as it is',
        hint: 'write an absolute path of letters, digits and /._- without "..", such as /srv/backups',
      },
      {
        description: 'a folder of that host, which is there; runs make their own in it',
        example: '/srv/backups',
      },
    ),
    identity: file({
      description: 'file of the private key, without a passphrase',
      example: '~/.ssh/id_bench',
    }),
    'known-hosts': file({
      description:
        'file with the key of the host, as ssh-keyscan writes it; first-use: whoever answers first is believed',
      example: './known_hosts',
    }),
    limit,
  },
  { description: 'a folder on another host' },
).transform((declared): DeclaredSsh => {
  const [user = '', host = ''] = declared.ssh.split('@');
  const known = declared['known-hosts'];
  return {
    ...{ kind: 'ssh', user, host, port: declared.port ?? 22 },
    path: declared.path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, ''),
    identity: declared.identity,
    knownHosts: known === 'first-use' ? null : known,
    limit: declared.limit ?? null,
  };
});

const s3 = fields(
  {
    s3: textThat(
      (written) => /^https?:\/\/[A-Za-z0-9.-]+(:\d+)?\/?$/.test(written) && URL.canParse(written),
      {
        message: 'is not the address of a service',
        hint: 'write its scheme, host and port and nothing more, such as https://s3.example.com',
      },
      { description: 'the service', example: 'https://s3.example.com' },
    ),
    bucket: textThat(
      (written) => /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(written),
      {
        message: 'is not the name of a bucket',
        hint: 'write 3 to 63 small letters, digits, dots and hyphens',
      },
      { description: 'a bucket, which is there', example: 'tests' },
    ),
    prefix: textThat(
      (written) => PLAIN_PATH.test(written) && !hasDots(written) && !/^\/|\/\/|\/$/.test(written),
      {
        message: 'is not a plain prefix',
        hint: 'write letters, digits and ._- with slashes between them, such as tests/backups',
      },
      { description: 'what the keys begin with', default: 'none', example: 'tests/backups' },
    ).optional(),
    region: textThat(
      (written) => /^[a-z0-9-]{1,63}$/.test(written),
      { message: 'is not a region', hint: 'write for example us-east-1' },
      {
        description: 'the region that requests are signed for',
        default: 'us-east-1',
        example: 'eu-west-1',
      },
    ).optional(),
    'access-key': secret({
      description: 'the access key: where it is to be read',
      example: { env: 'AWS_ACCESS_KEY_ID' },
    }),
    'secret-key': secret({
      description: 'the secret key: where it is to be read',
      example: { env: 'AWS_SECRET_ACCESS_KEY' },
    }),
    'count-requests': onOrOff({
      description:
        'tools reach the service through a relay of backcast on this machine, which counts requests and bytes and takes a little time; only over http, of services that answer to any name',
    }).optional(),
    limit,
  },
  { description: 'a bucket of an S3-compatible service' },
).transform((declared, issues): DeclaredS3 => {
  const counts = declared['count-requests'] === true;
  if (counts && declared.s3.startsWith('https:')) {
    return refuse(issues, 'needs a service over http', SEALED, ['count-requests']);
  }
  return {
    ...{ kind: 's3', endpoint: declared.s3.replace(/\/$/, ''), bucket: declared.bucket },
    ...{ prefix: declared.prefix ?? '', region: declared.region ?? 'us-east-1' },
    ...{ accessKey: declared['access-key'], secretKey: declared['secret-key'] },
    limit: declared.limit ?? null,
    ...(counts && { countRequests: true }),
  };
});

const SEALED =
  'leave it out, or name an http:// address of the service: a relay cannot look into https';

const target = choice<DeclaredTarget>(
  { description: 'Where backups are stored.', example: 'local' },
  {
    what: 'local, or a mapping with ssh, s3 or local',
    hint: 'write local, { local: true, limit: 20 MB/s }, or the fields of a host or a bucket',
  },
  () => [
    {
      shape: 'scalar',
      schema: z
        .literal('local', { error: 'is not a target' })
        .transform((): DeclaredLocal => ({ kind: 'local', limit: null }))
        .meta({ description: 'a place below the work directory', example: 'local' }),
    },
    { shape: ['ssh'], schema: ssh, beside: ['port', 'path', 'identity', 'known-hosts'] },
    {
      shape: ['s3'],
      schema: s3,
      beside: ['bucket', 'prefix', 'region', 'access-key', 'secret-key', 'count-requests'],
    },
    { shape: ['local'], schema: local, beside: ['limit'] },
  ],
);

/** The targets of a plan, by name. */
export const targets = z
  .record(z.string(), target)
  .meta({ description: 'Where backups are stored.' });
