import { CIPHERS } from './ciphers.ts';
import { CODECS } from './codecs.ts';
import { CONTENT_CLASSES } from './content-classes.ts';
import { HASHES } from './hashes.ts';
import { LINK_PROFILES } from './link-profiles.ts';
import { RULEBOOK } from './rules/rulebook.ts';
import { STORAGE_CLASSES } from './storage-classes.ts';
import { STORE_PROFILES } from './store-profiles.ts';
import { TAPE_PROFILES } from './tape-libraries.ts';
import { TOOLS } from './tools.ts';

const namesOf = (entries: readonly { readonly name: string }[]): readonly string[] =>
  entries.map(({ name }) => name);

const tape = namesOf(TAPE_PROFILES);
const cloud = namesOf(STORAGE_CLASSES);

/** Names of the catalog by what a scenario may write there; `store` is whatever can be a store. */
export const CATALOG_NAMES = {
  class: namesOf(CONTENT_CLASSES),
  link: namesOf(LINK_PROFILES),
  tool: namesOf(TOOLS),
  codec: namesOf(CODECS),
  cipher: namesOf(CIPHERS),
  hash: namesOf(HASHES),
  rule: namesOf(RULEBOOK),
  store: [...namesOf(STORE_PROFILES), ...tape, ...cloud],
  tape,
  cloud,
} as const;
