import { atLeast, atMost, clause, either, happens, reaches, span, without, yes } from './clause.ts';
import type { Rule } from './rule.ts';

const MEDICAL: Rule = {
  name: 'cn.medical',
  title: 'Medical records',
  chinese: '医疗机构病历管理规定',
  source: '医疗机构病历管理规定（2013年版）; 医疗机构管理条例实施细则 art. 53',
  date: '2013',
  year: 2013,
  grade: 'published',
  sector: 'health',
  clauses: [
    clause(
      'Outpatient records are kept for at least 15 years after the last visit.',
      either(without('outpatient'), atLeast('retention', span.years(15))),
    ),
    clause(
      'Inpatient records are kept for at least 30 years after the last discharge.',
      either(without('inpatient'), atLeast('retention', span.years(30))),
    ),
  ],
  notes: [],
};

const LAUNDERING: Rule = {
  name: 'cn.aml.34',
  title: 'Anti-Money Laundering Law: identities and transactions',
  chinese: '反洗钱法第三十四条：客户身份资料与交易记录',
  source: '反洗钱法（2024年修订） art. 34',
  date: '2025-01-01',
  year: 2024,
  grade: 'published',
  sector: 'finance',
  clauses: [
    clause(
      'Identities and transactions are kept for at least 10 years.',
      atLeast('retention', span.years(10)),
      { note: 'the 5 years of before no longer hold' },
    ),
  ],
  notes: ['The measures that go with it hold from 2026-01-01.'],
};

const SECURITIES: Rule = {
  name: 'cn.securities.137',
  title: 'Securities Law: records of customers and trades',
  chinese: '证券法第一百三十七条：客户与交易资料保存',
  source: '证券法（2019年修订） art. 137',
  date: '2020-03',
  year: 2019,
  grade: 'unverified',
  sector: 'securities',
  clauses: [
    clause('Records are kept for at least 20 years.', atLeast('retention', span.years(20))),
  ],
  notes: [],
};

const CYBERSECURITY: Rule = {
  name: 'cn.csl.21',
  title: 'Cybersecurity Law: network logs',
  chinese: '网络安全法第二十一条：网络日志留存',
  source: '网络安全法 art. 21(3), as quoted',
  date: '2017-06-01',
  year: 2016,
  grade: 'secondary',
  sector: 'network operators',
  clauses: [clause('Logs are kept for at least 6 months.', atLeast('logs', span.months(6)))],
  notes: ['The amendment of 2025 moves it to article 23(3), as quoted.'],
};

const BANK: Rule = {
  name: 'cn.bank.104',
  title: 'Commercial banks: business continuity',
  chinese: '商业银行业务连续性监管指引（银监发〔2011〕104号）',
  source: '银监发〔2011〕104号',
  date: '2011-12-28',
  year: 2011,
  grade: 'unverified',
  sector: 'banks',
  clauses: [
    clause('Important business is back after at most 4 hours (RTO).', atMost('rto', span.hours(4))),
    clause('At most half an hour of data is lost (RPO).', atMost('rpo', span.minutes(30))),
    clause('A drill is held at least every 3 years.', atMost('drillEvery', span.years(3))),
  ],
  notes: ['The document was read; its numbers were recalled and not checked.'],
};

const MLPS = {
  source: 'GB/T 22239-2019, data backup and recovery',
  date: '2019',
  year: 2019,
  sector: 'systems under classified protection',
} as const;

const LOCAL = clause('Data is backed up at its own site.', yes('localBackup'));
const REALTIME = clause(
  'Important data goes to another site in real time over a network.',
  reaches('transport', 'realtime'),
);
const HOT = clause('Processing of key data runs twice (hot redundancy).', yes('hotRedundancy'));

/** Levels 2 to 4 of the Multi-Level Protection Scheme, MLPS (等保). */
const PROTECTION: readonly Rule[] = [
  {
    ...MLPS,
    name: 'cn.mlps.L2',
    title: 'Classified protection, level 2',
    chinese: '网络安全等级保护二级：数据备份恢复',
    grade: 'unverified',
    clauses: [
      LOCAL,
      clause(
        'Important data goes to another site in batches on schedule.',
        reaches('transport', 'batch'),
      ),
    ],
    notes: ['A table that quotes the standard prints real time at this level already.'],
  },
  {
    ...MLPS,
    name: 'cn.mlps.L3',
    title: 'Classified protection, level 3',
    chinese: '网络安全等级保护三级：数据备份恢复',
    grade: 'published',
    clauses: [
      LOCAL,
      clause('Restores are tested, with a recent record.', happens('drillEvery')),
      REALTIME,
      HOT,
    ],
    notes: ['The standard names no RTO and no RPO.'],
  },
  {
    ...MLPS,
    name: 'cn.mlps.L4',
    title: 'Classified protection, level 4',
    chinese: '网络安全等级保护四级：数据备份恢复',
    source: `${MLPS.source}, as quoted`,
    grade: 'secondary',
    clauses: [
      LOCAL,
      clause('Restores are tested, with a recent record.', happens('drillEvery')),
      REALTIME,
      HOT,
      clause(
        'A disaster recovery centre at another site takes over in real time.',
        reaches('switchOver', 'realtime'),
      ),
    ],
    notes: [],
  },
];

const GOVERNMENT_CLOUD: Rule = {
  name: 'cn.egov',
  title: 'Government cloud: disaster recovery',
  chinese: '电子政务云灾备体系建设规范',
  source: '电子政务云灾备体系建设规范, as quoted',
  date: '2024-06-18',
  year: 2024,
  grade: 'secondary',
  sector: 'government',
  clauses: [
    clause('The levels of GB/T 20988 and GB/T 22239 that apply are kept.', () => ({
      verdict: 'undecided',
      missing: [
        {
          what: 'which levels apply',
          write: 'objectives: { rules: [cn.gbt20988-2007 level 3, cn.mlps.L3] }',
        },
      ],
    })),
  ],
  notes: ['It cites GB/T 20988, GB/T 22239 and GW0013 and leaves the level to each system.'],
};

/** Rules of China, without the levels of GB/T 20988. */
export const CHINA: readonly Rule[] = [
  MEDICAL,
  LAUNDERING,
  SECURITIES,
  CYBERSECURITY,
  BANK,
  ...PROTECTION,
  GOVERNMENT_CLOUD,
];
