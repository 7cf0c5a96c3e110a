import { beforeAll, describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/benchmark/measurement.ts';
import { type Summary, summarise } from '../../src/benchmark/summary.ts';
import { benchmarkText } from '../../src/report/formats/measured/benchmark-text.ts';
import { benchFolder } from '../support/bench-run.ts';

let lines: readonly Measurement[];
let told: Omit<Parameters<typeof summarise>[0], 'lines'>;
beforeAll(async () => {
  const folder = benchFolder();
  await folder.bench(
    `
datasets: { few: { files: 6, size: { median: 4 KiB, sigma: 0 }, change: { changed: 50 % } } }
tools: { built-in: {} }
levels: [full, incremental]
repetitions: 2
`,
    '--quiet',
  );
  const measured = folder.measurements();
  lines = measured.lines;
  told = { opening: measured.opening, measurements: 'm.jsonl', leftOut: [], notBegun: [] };
  folder.remove();
});

const summaryOf = (change: (line: Measurement) => Measurement): Summary =>
  summarise({ ...told, lines: lines.map(change) });

describe('the summary of a run', () => {
  it('has a row for each step of a series, over its repetitions', () => {
    const { rows, restores } = summaryOf((line) => line);
    expect(rows.map(({ step, done }) => [step, done])).toEqual([
      ['0-full', 2],
      ['1-incremental', 2],
      ['check', 2],
      ['restore-0', 2],
      ['restore-1', 2],
    ]);
    expect(restores).toEqual({ due: 4, compared: 4, equal: 4 });
    const [full, increment] = rows;
    expect(full?.added?.median).toBe(full?.stored?.median);
    expect(increment?.added?.median).toBe(
      (increment?.stored?.median ?? 0) - (full?.stored?.median ?? 0),
    );
    // Half of six files of 4 KiB, and what is written down of them.
    expect(increment?.added?.median).toBeGreaterThan(3 * 4096);
    expect(increment?.added?.median).toBeLessThan(3 * 4096 + 4096);
  });

  it('takes medians of what was done, with their ends, and leaves out what failed', () => {
    const { rows, failures } = summaryOf((line) => {
      if (line.step === '2/few/built-in/disk/check')
        return { ...line, outcome: 'failed', reason: 'x' };
      const wall = line.repetition === 1 ? 1 : 4;
      return line.usage ? { ...line, usage: { ...line.usage, wall } } : line;
    });
    expect(rows[0]?.wall).toEqual({ median: 2.5, interval: null, least: 1, most: 4 });
    expect(rows[2]).toMatchObject({ done: 1, failed: 1, wall: { median: 1 } });
    expect(failures).toMatchObject([{ step: '2/few/built-in/disk/check', reason: 'x' }]);
  });

  it('says of tools side by side how many times as long as the fastest each takes', () => {
    const twin = lines.flatMap((line) => {
      const usage = line.usage && { ...line.usage, wall: 2 };
      const other = { ...line, step: line.step.replace('built-in', 'tar'), tool: 'tar', usage };
      return [line.usage ? { ...line, usage: { ...line.usage, wall: 8 } } : line, other];
    });
    const { rows } = summarise({ ...told, lines: twin });
    const full = rows.filter(({ step }) => step === '0-full');
    expect(full.map(({ tool, toFastest }) => [tool, toFastest])).toEqual([
      ['built-in', 4],
      ['tar', 1],
    ]);
    expect(summaryOf((line) => line).rows.every(({ toFastest }) => toFastest === null)).toBe(true);
  });

  it('has requests and bytes sent where they were counted, and no column for them elsewhere', () => {
    const counting = summaryOf((line) =>
      line.kind === 'backup'
        ? { ...line, requests: 40 + line.repetition, wire: { sent: 5e6, received: 3e3 } }
        : line,
    );
    const [full] = counting.rows;
    // 41 in the first repetition, 42 in the second.
    expect(full?.requests).toMatchObject({ median: 41.5, least: 41, most: 42 });
    expect(full?.sent).toMatchObject({ median: 5e6 });
    expect(counting.rows.find(({ kind }) => kind === 'check')).toMatchObject({
      ...{ sent: null, requests: null },
    });
    expect(benchmarkText(counting, 200)).toMatch(/stored +sent +requests/);
    expect(
      benchmarkText(
        summaryOf((line) => line),
        200,
      ),
    ).not.toContain('requests');
  });

  it('is told as text that fits the terminal, harmless whatever a tool said', () => {
    const text = benchmarkText(
      summaryOf((line) =>
        line.kind === 'check'
          ? { ...line, outcome: 'failed', reason: 'no', said: 'a\u001b[31mb' }
          : line,
      ),
      80,
    );
    expect(text).toContain('Restored and compared');
    expect(text).not.toContain('\u001b');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
