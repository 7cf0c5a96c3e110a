/**
 * A target as declared in a plan, with defaults filled in. Secrets are referenced, never included.
 */
export type DeclaredTarget = DeclaredLocal | DeclaredSsh | DeclaredS3;

interface Limited {
  /** Rate limit for tools in bytes a second; null for none. */
  readonly limit: number | null;
}

/** A place below the work directory. */
export interface DeclaredLocal extends Limited {
  readonly kind: 'local';
}

/** A folder on a host reached by ssh. Paths of files are as written, relative to the plan. */
export interface DeclaredSsh extends Limited {
  readonly kind: 'ssh';
  readonly user: string;
  readonly host: string;
  readonly port: number;
  /** Absolute; letters, digits and `/._-` only, without a trailing slash. */
  readonly path: string;
  readonly identity: string;
  /** Null: trust the host key on first use. */
  readonly knownHosts: string | null;
}

/** A prefix in a bucket of an S3-compatible service. */
export interface DeclaredS3 extends Limited {
  readonly kind: 's3';
  readonly endpoint: string;
  readonly bucket: string;
  /** Without leading and trailing slashes; empty for the whole bucket. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKey: SecretSource;
  readonly secretKey: SecretSource;
  /** Tools go through a relay that counts. Left out where they do not, so that plans keep their hash. */
  readonly countRequests?: true;
}

/** Where to read a secret: an environment variable, or a file relative to the plan. */
export type SecretSource =
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };
