import { describe, expect, it } from 'vitest';
import { leftOut } from '../../src/benchmark/combinations.ts';
import { planReference } from '../../src/benchmark/plan-reference.ts';
import { abilities } from '../../src/benchmark/tools/abilities.ts';
import { planOf, SMALL } from '../support/bench-plan.ts';

describe('docs/bench-plan.md', () => {
  const page = planReference();

  it('shows a whole plan, which is read', () => {
    const [, example = ''] = /```yaml\n([^`]*)```/.exec(page) ?? [];
    const plan = planOf(example);
    expect(plan.tools.map(({ name }) => name)).toEqual([
      'built-in',
      'copy',
      'quick-tar',
      'rsync',
      'tar',
    ]);
    expect(plan.targets).toMatchObject([{ limit: null }, { limit: 20e6 }]);
  });

  it('says of every field how it is written', () => {
    const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \| (.*) \|$/gm)];
    expect(rows.length).toBeGreaterThan(50);
    const fields = rows.filter(([row]) => row.split(/(?<!\\)\|/).length === 7);
    for (const [row] of fields) expect(row.split(/(?<!\\)\|/)[3], row).toMatch(/\w/);
  });

  it('lists the fields of the parts that sizes have', () => {
    expect(page).toMatch(/A list of such, each with its weight.*:\n\n.*\n.*\n\| `weight` \|/);
    expect(page).toContain('As above: `median`, `sigma`, `p95`, `largest`.');
  });

  it('has no empty sentence where a way to write a field is there to be refused', () => {
    expect(page.split('\n')).not.toContain('.');
  });

  it('says of tools what a plan then does', () => {
    const [head = [], ...rows] = abilities();
    const targets = '{ fast: local, slow: { local: true, limit: 1 MB/s } }';
    const plan = planOf(
      `${SMALL.replace('{ tar', '{ borg: {}, tar')}targets: ${targets}\nlevels: [full, differential]\n`,
    );
    const left = leftOut(plan).map(({ what }) => what);
    for (const { name: tool } of plan.tools) {
      const row = rows.find((cells) => cells[0] === `\`${tool}\`` && cells[1] === '`local`') ?? [];
      const can = (column: string) => row[head.indexOf(column)] === 'yes';
      expect(left.includes(`differential of ${tool} into fast`)).toBe(!can('differential'));
      expect(left.includes(`${tool} into slow`)).toBe(!can('`limit`'));
    }
  });
});
