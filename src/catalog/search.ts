import { ENTRIES, type Entry } from './entry.ts';
import { nearest } from './suggest.ts';

/** Words that people use, and those of the catalog that they mean. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  database: ['transactions', 'records'],
  db: ['transactions'],
  sql: ['transactions'],
  oracle: ['transactions'],
  postgres: ['transactions'],
  mysql: ['transactions'],
  erp: ['transactions', 'records'],
  pacs: ['medical-images'],
  dicom: ['medical-images'],
  radiology: ['medical-images'],
  images: ['medical-images', 'vm-images', 'web-content'],
  photos: ['web-content'],
  fileserver: ['documents'],
  shares: ['documents'],
  home: ['documents'],
  office: ['documents'],
  vmware: ['vm-images'],
  hypervisor: ['vm-images'],
  vm: ['vm-images'],
  veeam: ['vm-images', 'generic', 'restic'],
  commvault: ['generic', 'restic'],
  bacula: ['tar', 'generic'],
  duplicati: ['restic'],
  kopia: ['restic'],
  borgbackup: ['borg'],
  dedup: ['restic', 'borg'],
  embeddings: ['vector-index'],
  git: ['source-code'],
  code: ['source-code'],
  s3: ['aws-s3'],
  amazon: ['aws'],
  glacier: ['glacier'],
  google: ['gcs'],
  lto: ['tape'],
  worm: ['lock', '17a-4'],
  gdpr: ['mlps', 'dora'],
  internet: ['wan'],
  lan: ['lan', 'ethernet'],
  ssd: ['nvme'],
  hdd: ['disk'],
  raid: ['raid6', 'raid10'],
};

/** Entries that a word leads to, and the words of the catalog that were taken for it. */
export interface Found {
  readonly entries: readonly Entry[];
  readonly taken: readonly string[];
}

/**
 * Finds entries by a word as people use it: through synonyms, in names, in titles, and where there is
 * none by spelling.
 *
 * @example
 * searchCatalog('PACS').entries.map(({ data }) => data.name) // ['medical-images']
 */
export function searchCatalog(word: string): Found {
  const asked = word.trim().toLowerCase();
  const taken = SYNONYMS[asked.replace(/s$/, '')] ?? SYNONYMS[asked] ?? [];
  const direct = [
    ...ENTRIES.filter(({ data }) => holds(data.name, asked)),
    ...ENTRIES.filter(({ data }) => holds(data.title, asked)),
  ];
  const meant = taken.flatMap((each) => ENTRIES.filter(({ data }) => data.name.includes(each)));
  const entries = [...new Set([...meant, ...direct])];
  if (entries.length > 0) return { entries, taken };
  const near = nearest(asked, [...Object.keys(SYNONYMS), ...ENTRIES.map(({ data }) => data.name)]);
  const [likely] = near;
  return likely === undefined
    ? { entries: [], taken: [] }
    : { ...searchCatalog(likely), taken: [likely] };
}

/** Whether a text holds a word; a short one must be a word of its own. */
function holds(where: string, asked: string): boolean {
  if (asked === '') return false;
  const text = where.toLowerCase();
  return asked.length < 3 ? text.split(/[^a-z0-9]+/).includes(asked) : text.includes(asked);
}
