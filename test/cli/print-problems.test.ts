import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { captured } from './captured.ts';

/** What is told of a scenario with faults. */
async function told(text: string, ...argv: readonly string[]): Promise<string> {
  const { host, out, err } = captured();
  const stdin = {
    read: async () => ({ ok: true as const, value: new TextEncoder().encode(text) }),
  };
  expect(await main(['check', '-', ...argv], { ...host, stdin })).toBe(2);
  return out() + err();
}

const scenario = (workloads: string): string => `start: 2026-01-05
workloads: ${workloads}
stores: { disk: {} }
strategies: { nightly: { incremental: daily } }
`;

describe('a problem in a scenario', () => {
  it('shows its line, with a caret below its place', async () => {
    expect(await told(scenario('{ files: { size: 4 Tb } }'))).toContain(`
    workloads: { files: { size: 4 Tb } }
                          ^
1 problem`);
  });

  it('has the caret where wide characters end, and nothing that steers a terminal', async () => {
    const said = await told(scenario('{ "备份": { size: 4 Tb } }'));
    expect(said).toContain('\n    workloads: { "备份": { size: 4 Tb } }\n');
    expect(said).toContain(`\n${' '.repeat(4 + 'workloads: { "wide": { '.length)}^\n`);
    const raw = await told(scenario('{ files: { size: 4 Tb, note: "\u202e" } }'));
    expect(raw).not.toContain('\u202e');
  });

  it('shows a part of a long line', async () => {
    const said = await told(scenario(`{ files: { size: 4 Tb, class: ${'x'.repeat(5000)} } }`));
    const lines = said.split('\n').filter((line) => line.startsWith('    '));
    expect(lines.length).toBeGreaterThan(1);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(100);
  });

  it('shows none where there are many, and none in JSON', async () => {
    const many = Array.from({ length: 30 }, (_, i) => `w${i}: { size: 4 Tb }`).join(', ');
    expect(await told(scenario(`{ ${many} }`))).not.toContain('^');
    const [problem] = JSON.parse(await told(scenario('{ a: { size: 4 Tb } }'), '--json')).problems;
    expect(Object.keys(problem)).toEqual(['path', 'message', 'hint', 'file', 'line', 'column']);
    expect(problem.line).toBe(2);
  });
});
