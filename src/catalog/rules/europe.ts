import { atLeast, clause, happens, span, yes } from './clause.ts';
import type { Rule } from './rule.ts';

/** Rules of the European Union. */
export const EUROPE: readonly Rule[] = [
  {
    name: 'eu.mifid2.16-7',
    title: 'MiFID II: records of communications and transactions',
    chinese: '欧盟 MiFID II：通信与交易记录保存',
    source: 'Directive 2014/65/EU, article 16(7), as quoted',
    date: '2018-01-03',
    year: 2014,
    grade: 'secondary',
    sector: 'securities',
    clauses: [
      clause('Records are kept for at least 5 years.', atLeast('retention', span.years(5)), {
        note: '7 years where the authority asks for it',
      }),
    ],
    notes: [],
  },
  {
    name: 'eu.dora.12',
    title: 'DORA: backup policies, restoration and recovery',
    chinese: '欧盟 DORA 第 12 条：备份策略与恢复',
    source: 'Regulation (EU) 2022/2554, article 12, as printed by mica.wtf and dora-info.eu',
    date: '2025-01-17',
    year: 2022,
    grade: 'published',
    sector: 'finance',
    clauses: [
      clause('How often data is backed up is set by its criticality.', yes('criticality')),
      clause(
        'Restores run on systems that are physically and logically segregated.',
        yes('segregatedRestore'),
      ),
      clause('Restores are tested again and again.', happens('drillEvery')),
      clause('The integrity of backups is checked again and again.', happens('checkEvery')),
      clause('An RPO and an RTO are set.', yes('objectivesSet'), {
        note: 'the regulation asks for them per function; a scenario states one pair',
      }),
    ],
    notes: ['It names no number of its own.'],
  },
];
