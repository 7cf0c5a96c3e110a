/** A target as a plan declares it, with its defaults filled in. Secrets are named, never held. */
export type DeclaredTarget = DeclaredLocal | DeclaredSsh | DeclaredS3;

interface Limited {
  /** Bytes a second that tools are to hold themselves to; null for as fast as they can. */
  readonly limit: number | null;
}

/** A place below the work directory. */
export interface DeclaredLocal extends Limited {
  readonly kind: 'local';
}

/** A folder on a host that is reached by ssh; files are as written, relative to the plan. */
export interface DeclaredSsh extends Limited {
  readonly kind: 'ssh';
  readonly user: string;
  readonly host: string;
  readonly port: number;
  /** Absolute, of letters, digits and `/._-`, without a slash at its end. */
  readonly path: string;
  readonly identity: string;
  /** Null where whoever answers first is to be believed. */
  readonly knownHosts: string | null;
}

/** A prefix in a bucket of an S3-compatible service. */
export interface DeclaredS3 extends Limited {
  readonly kind: 's3';
  readonly endpoint: string;
  readonly bucket: string;
  /** Without slashes at its ends; empty for the whole bucket. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKey: SecretSource;
  readonly secretKey: SecretSource;
}

/** Where a secret is read: a variable of the environment, or a file relative to the plan. */
export type SecretSource =
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };
