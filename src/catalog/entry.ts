import { CHECKPOINT_KINDS, type CheckpointKind } from './checkpoint-kinds.ts';
import { CIPHERS, type Cipher } from './ciphers.ts';
import { CODECS, type Codec } from './codecs.ts';
import { CONTENT_CLASSES, type ContentClass } from './content-classes.ts';
import { HASHES, type Hash } from './hashes.ts';
import { LINK_PROFILES, type LinkProfile } from './link-profiles.ts';
import type { Rule } from './rules/rule.ts';
import { RULEBOOK } from './rules/rulebook.ts';
import type { StorageClass } from './storage-class.ts';
import { STORAGE_CLASSES } from './storage-classes.ts';
import { STORE_PROFILES, type StoreProfile } from './store-profiles.ts';
import type { TapeDrive } from './tape-drive.ts';
import { TAPE_DRIVES } from './tape-drives.ts';
import { TAPE_PROFILES, type TapeProfile } from './tape-libraries.ts';
import type { Tool } from './tool.ts';
import { TOOLS } from './tools.ts';

/** One entry of the catalog, identified by `kind` and `data.name`. */
export type Entry =
  | { readonly kind: 'store'; readonly data: StoreProfile }
  | { readonly kind: 'tape'; readonly data: TapeProfile }
  | { readonly kind: 'drive'; readonly data: TapeDrive }
  | { readonly kind: 'cloud'; readonly data: StorageClass }
  | { readonly kind: 'link'; readonly data: LinkProfile }
  | { readonly kind: 'class'; readonly data: ContentClass }
  | { readonly kind: 'checkpoint'; readonly data: CheckpointKind }
  | { readonly kind: 'tool'; readonly data: Tool }
  | { readonly kind: 'hash'; readonly data: Hash }
  | { readonly kind: 'codec'; readonly data: Codec }
  | { readonly kind: 'cipher'; readonly data: Cipher }
  | { readonly kind: 'rule'; readonly data: Rule };

/** A kind of entries, the argument of `catalog list`. */
export type Kind = Entry['kind'];

/** Every kind with its title, in display order. */
export const KINDS: Readonly<Record<Kind, string>> = {
  store: 'Stores: disks, NVMe drives, arrays, NAS',
  tape: 'Tape libraries',
  drive: 'Tape drives with a cartridge',
  cloud: 'Cloud object stores and vaults, by storage class',
  link: 'Network links',
  class: 'Content classes: what data is like',
  checkpoint: 'Checkpoints: what is saved of a model',
  tool: 'Backup tools',
  hash: 'Hashes and other checks, on one core',
  codec: 'Codecs, on one core',
  cipher: 'Ciphers, on one core',
  rule: 'Rules: regulations and good practice',
};

/** Everything in the catalog, by kind and then in display order. */
export const ENTRIES: readonly Entry[] = [
  ...STORE_PROFILES.map((data): Entry => ({ kind: 'store', data })),
  ...TAPE_PROFILES.map((data): Entry => ({ kind: 'tape', data })),
  ...TAPE_DRIVES.map((data): Entry => ({ kind: 'drive', data })),
  ...STORAGE_CLASSES.map((data): Entry => ({ kind: 'cloud', data })),
  ...LINK_PROFILES.map((data): Entry => ({ kind: 'link', data })),
  ...CONTENT_CLASSES.map((data): Entry => ({ kind: 'class', data })),
  ...CHECKPOINT_KINDS.map((data): Entry => ({ kind: 'checkpoint', data })),
  ...TOOLS.map((data): Entry => ({ kind: 'tool', data })),
  ...HASHES.map((data): Entry => ({ kind: 'hash', data })),
  ...CODECS.map((data): Entry => ({ kind: 'codec', data })),
  ...CIPHERS.map((data): Entry => ({ kind: 'cipher', data })),
  ...RULEBOOK.map((data): Entry => ({ kind: 'rule', data })),
];

/**
 * The kind that a word names, in singular or plural; undefined if none.
 *
 * @example
 * kindNamed('rules') // 'rule'
 */
export const kindNamed = (word: string): Kind | undefined =>
  (Object.keys(KINDS) as Kind[]).find((kind) => [kind, `${kind}s`, `${kind}es`].includes(word));

/**
 * Every entry of that name; a few names, such as `none` and `generic`, exist in several kinds.
 *
 * @example
 * entriesNamed('generic').map((entry) => entry.kind) // ['class', 'tool']
 */
export const entriesNamed = (name: string): readonly Entry[] =>
  ENTRIES.filter((entry) => entry.data.name === name);
