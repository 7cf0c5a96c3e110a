import { atLeast, atMost, below, clause, either, span, yes } from './clause.ts';
import { missingFact, sayFact } from './facts.ts';
import type { Rule, Test } from './rule.ts';

/**
 * Annual sample of tapes to read: up to 1,800 tapes a fifth but at least 50, above that 384; never
 * more than there are.
 */
const sampleOf = (tapes: number): number =>
  Math.min(tapes, tapes <= 1800 ? Math.max(Math.ceil(tapes / 5), 50) : 384);

const NO_TAPES = atMost('tapes', 0);

/** Upper bound of the sample for any number of tapes. */
const LARGEST_SAMPLE = 384;

/** Reads a large enough sample; a sample of 384 suffices even if the number of tapes is unknown. */
const readsSample: Test = ({ tapes, readYearly }) => {
  const least = tapes === undefined ? LARGEST_SAMPLE : sampleOf(tapes);
  const found = (read: number): string =>
    tapes === undefined
      ? sayFact('readYearly', read)
      : `${sayFact('readYearly', read)} of ${tapes}; at least ${least}`;
  if ((readYearly ?? 0) >= least) return { verdict: 'kept', found: found(readYearly ?? 0) };
  const missing = [
    ...(tapes === undefined ? [missingFact('tapes')] : []),
    ...(readYearly === undefined ? [missingFact('readYearly')] : []),
  ];
  return missing.length > 0
    ? { verdict: 'undecided', missing }
    : { verdict: 'broken', found: found(readYearly ?? 0) };
};

const SEC: Rule = {
  name: 'us.sec.17a-4',
  title: 'SEC Rule 17a-4: records of broker-dealers',
  chinese: '美国证监会 17a-4 规则：券商记录保存',
  source: '17 CFR 240.17a-4, as amended in 2022 (87 FR 66412)',
  date: '2023-01-03',
  year: 2022,
  grade: 'published',
  sector: 'securities',
  clauses: [
    clause('Records are kept for at least 6 years.', atLeast('retention', span.years(6)), {
      grade: 'secondary',
      note: 'the longest of its periods; most other records need 3 years',
    }),
    clause(
      'For the first 2 years they are at hand without waiting.',
      atLeast('accessible', span.years(2)),
      { grade: 'secondary' },
    ),
    clause('A duplicate is kept at another site.', yes('duplicateOffsite')),
    clause(
      'Records cannot be changed for 6 years, or an audit trail tells every change.',
      either(atLeast('immutableFor', span.years(6)), yes('auditTrail')),
    ),
  ],
  notes: ['The amendment had to be complied with from 2023-05-03.'],
};

const HIPAA: Rule = {
  name: 'us.hipaa',
  title: 'HIPAA Security Rule: contingency plan and documentation',
  chinese: '美国 HIPAA 安全规则：应急计划与文档保存',
  source: '45 CFR 164.308(a)(7) and 164.316',
  date: '2003-02',
  year: 2003,
  grade: 'published',
  sector: 'health',
  clauses: [
    clause(
      'An exact copy exists that can be retrieved: at least 2 copies with the original.',
      atLeast('copies', 2),
    ),
    clause('Documentation is kept for at least 6 years.', atLeast('documentation', span.years(6))),
  ],
  notes: [
    'It sets no frequency and no retention of copies; laws of the states ask for 7 to 10 years.',
    'A restore within 72 h was proposed in 2025 (unverified) and is not judged.',
  ],
};

const FEDERAL: Rule = {
  name: 'us.36cfr1236.28',
  title: 'Federal electronic records on tape',
  chinese: '美国联邦电子文件磁带保管要求',
  source: '36 CFR 1236.28',
  date: '2009',
  year: 2009,
  grade: 'unverified',
  sector: 'government',
  clauses: [
    clause(
      'Each year a sample is read: of up to 1,800 tapes 20 % and at least 50, of more 384.',
      readsSample,
    ),
    clause('A tape with 10 errors or more is replaced.', either(NO_TAPES, atMost('replaceAt', 10))),
    clause(
      'Data is copied to new media before these are 10 years old.',
      either(NO_TAPES, below('recopyEvery', span.years(10))),
    ),
    clause('A duplicate is kept at another site.', yes('duplicateOffsite')),
  ],
  notes: ['The section exists; its numbers were recalled and not checked.'],
};

/** Rules of the United States. */
export const UNITED_STATES: readonly Rule[] = [SEC, HIPAA, FEDERAL];
