/** Where a tool stores what it backs up: a folder, or a prefix that is made and marked by the run. */
export type Repository =
  | { readonly kind: 'local'; readonly path: string }
  | SshRepository
  | S3Repository;

/** The kinds of places that a tool may store in. */
export type RepositoryKind = Repository['kind'];

/** A folder on a host that is reached by ssh. */
export interface SshRepository {
  readonly kind: 'ssh';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Absolute; letters, digits and `/._-` only, so that no shell on the way reads anything into it. */
  readonly path: string;
  /** Files of the run: the private key, and the host's key as `known_hosts` has it. */
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
  /** Without slashes at its ends. */
  readonly prefix: string;
  /** Secrets: into the environment of children, and nowhere else. */
  readonly accessKey: string;
  readonly secretKey: string;
}
