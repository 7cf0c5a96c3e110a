import { atLeast, atMost, both, clause, either, happens, reaches, span } from './clause.ts';
import { type ClauseJudgement, judge } from './judge.ts';
import type { Clause, Rule, RuleFacts } from './rule.ts';

const full = (words: string, days: number, more: Partial<Clause> = {}): Clause =>
  clause(`A full backup is made at least ${words}.`, atMost('fullEvery', span.days(days)), more);
const lost = (words: string, seconds: number, more: Partial<Clause> = {}): Clause =>
  clause(`At most ${words} of data is lost (RPO).`, atMost('rpo', seconds), more);
const back = (words: string, seconds: number, more: Partial<Clause> = {}): Clause =>
  clause(`Operation is back after at most ${words} (RTO).`, atMost('rto', seconds), more);

const OFFSITE = clause('At least 1 copy is kept at another site.', atLeast('offsite', 1));
const CHECKED = clause('Copies are checked again and again.', happens('checkEvery'));
const SITE = clause('A spare site is there.', reaches('standby', 'site'), {
  grade: 'derived',
  note: 'from the name of the level',
});
const BATCHES = clause(
  'Data goes to another site at least 2 times a day over a network.',
  either(
    reaches('transport', 'realtime'),
    both(reaches('transport', 'batch'), atLeast('batches', 2)),
  ),
  { note: 'the standard says several times a day; real time is more' },
);
const PARTIAL = clause('Part of the equipment stands by.', reaches('standby', 'partial'));
const COMPLETE = clause('All equipment stands by.', reaches('standby', 'complete'));
const REALTIME = clause(
  'Key data goes to another site in real time over a network.',
  reaches('transport', 'realtime'),
);
const SWITCHED = clause('The network can be switched over.', reaches('switchOver', 'network'));
const STAFFED = clause('Staff are there round the clock.', reaches('staffed', 'round the clock'));

const ALIBABA = 'the levels as printed by Alibaba Cloud (help 97640) and newton.com.tw';
const UNVERIFIED = { grade: 'unverified' } as const;
const WEEK = span.days(7);
const DAY = span.days(1);

/** One row per level: title, Chinese title, grade and clauses. */
const rows: readonly (readonly [string, string, Rule['grade'], readonly Clause[]])[] = [
  [
    'basic support',
    '基本支持',
    'published',
    [full('weekly', 7), OFFSITE, CHECKED, lost('7 days', WEEK)],
  ],
  [
    'support by a spare site',
    '备用场地支持',
    'published',
    [
      full('weekly', 7, { ...UNVERIFIED, note: 'Alibaba Cloud prints daily' }),
      OFFSITE,
      CHECKED,
      SITE,
      lost('7 days', WEEK),
    ],
  ],
  [
    'electronic transfer and part of the equipment',
    '电子传输和部分设备支持',
    'unverified',
    [full('daily', 1), OFFSITE, CHECKED, BATCHES, PARTIAL, lost('1 day', DAY)],
  ],
  [
    'electronic transfer and all equipment',
    '电子传输及完整设备支持',
    'unverified',
    [
      full('daily', 1),
      OFFSITE,
      CHECKED,
      BATCHES,
      COMPLETE,
      back('2 days', span.days(2)),
      lost('1 day', DAY),
    ],
  ],
  [
    'transfer in real time and all equipment',
    '实时数据传输及完整设备支持',
    'published',
    [
      full('daily', 1),
      OFFSITE,
      CHECKED,
      REALTIME,
      COMPLETE,
      SWITCHED,
      STAFFED,
      back('2 days', span.days(2), UNVERIFIED),
      lost('30 minutes', span.minutes(30), UNVERIFIED),
    ],
  ],
  [
    'no loss of data and a remote cluster',
    '数据零丢失和远程集群支持',
    'unverified',
    [
      full('daily', 1),
      OFFSITE,
      CHECKED,
      REALTIME,
      COMPLETE,
      SWITCHED,
      STAFFED,
      back('1 hour', span.hours(1), { note: 'the standard says minutes; an hour is assumed' }),
      lost('0 minutes', 0),
    ],
  ],
];

const NOTE =
  'This is the table of 2007: GB/T 20988-2025 replaced it on 2026-01-01 and is not modelled.';

/** The six levels of GB/T 20988-2007, lowest first; each includes the demands of the one before. */
export const GBT20988: readonly Rule[] = rows.map(([title, chinese, grade, clauses], index) => ({
  name: `cn.gbt20988-2007 level ${index + 1}`,
  title: `Disaster recovery, level ${index + 1} (2007): ${title}`,
  chinese: `信息系统灾难恢复规范 第${index + 1}级（2007）：${chinese}`,
  source:
    index === 4
      ? 'GB/T 20988-2007, level 5 as printed by sbnjc.com'
      : `GB/T 20988-2007, ${ALIBABA}`,
  date: '2007',
  year: 2007,
  grade,
  sector: 'information systems',
  clauses,
  notes: [NOTE],
}));

/** The level that a plan reaches (0: none), and the clause that fails at the next one. */
export interface Level {
  readonly level: number;
  readonly next: { readonly level: number; readonly failing: ClauseJudgement } | null;
  readonly note: string;
}

/**
 * The highest level of GB/T 20988-2007 with every clause kept; undecided clauses do not count as
 * kept.
 *
 * @example
 * level({}).level // 0
 */
export function level(facts: RuleFacts): Level {
  const judged = GBT20988.map((rule) => judge(rule, facts));
  const reached = judged.findLastIndex(({ verdict }) => verdict === 'kept') + 1;
  const failing = judged[reached]?.firstFailing;
  return {
    level: reached,
    next: failing ? { level: reached + 1, failing } : null,
    note: NOTE,
  };
}
