/**
 * Where a tool stores backups: a folder or a prefix in a place that the run has made and marked.
 */
export type Repository =
  | { readonly kind: 'local'; readonly path: string }
  | SshRepository
  | S3Repository;

/** The kinds of repositories. */
export type RepositoryKind = Repository['kind'];

/** A folder on a host reached by ssh. */
export interface SshRepository {
  readonly kind: 'ssh';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Absolute; letters, digits and `/._-` only, so that no shell interprets it. */
  readonly path: string;
  /** Paths of the private key and of the file with the host's key in `known_hosts` format. */
  readonly identity: string;
  readonly knownHosts: string;
}

/** A prefix in a bucket of an S3-compatible service. */
export interface S3Repository {
  readonly kind: 's3';
  /** With its scheme, e.g. `https://s3.example.com`. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Without leading and trailing slashes. */
  readonly prefix: string;
  /** Secrets: passed in the environment of children and nowhere else. */
  readonly accessKey: string;
  readonly secretKey: string;
}
