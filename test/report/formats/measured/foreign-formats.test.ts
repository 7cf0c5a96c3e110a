import { mean, median } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { hyperfineRecords } from '../../../../src/gate/hyperfine.ts';
import { benchfmt } from '../../../../src/report/formats/measured/benchfmt.ts';
import { hyperfineJson } from '../../../../src/report/formats/measured/hyperfine-json.ts';
import { trainingRecords } from '../../../support/gate/records.ts';

const run = trainingRecords();
const fulls = run.lines.filter(({ step }) => /^\d\/tiny\/tar\/disk\/0-full$/.test(step));

/** A line of Go's benchmark format by its definition: a result, a configuration, a unit, or none. */
function read(line: string) {
  // Fields are what stands between runs of space; a result has an even number of them, at least four.
  const fields = line.split(/\s+/u).filter((field) => field !== '');
  if (line.startsWith('Benchmark')) {
    const [name = '', iterations, ...pairs] = fields;
    expect(fields.length % 2).toBe(0);
    expect(fields.length).toBeGreaterThanOrEqual(4);
    expect(iterations).toMatch(/^\d+$/);
    const values = Array.from({ length: pairs.length / 2 }, (_, index) => {
      const [value = '', unit = ''] = pairs.slice(2 * index);
      expect(value).toMatch(/^\d+(\.\d+)?(e[+-]?\d+)?$/i);
      return [unit, Number(value)] as const;
    });
    return { kind: 'result' as const, name, values: Object.fromEntries(values) };
  }
  if (fields[0] === 'Unit') {
    for (const pair of fields.slice(2)) expect(pair).toMatch(/^[^=]+=./);
    return { kind: 'unit' as const };
  }
  // A key begins with a small letter and holds no capitals and no space.
  const [, key] = /^(\p{Ll}[^\s\p{Lu}:]*):[ \t]+\S/u.exec(line) ?? [];
  return key === undefined ? { kind: 'ignored' as const } : { kind: 'config' as const, key };
}

describe('benchfmt', () => {
  const lines = benchfmt([run]).split('\n').map(read);

  it('holds lines of its definition alone, and blank ones', () => {
    const ignored = benchfmt([run])
      .split('\n')
      .filter((line) => line !== '' && read(line).kind === 'ignored');
    expect(ignored).toEqual([]);
    const keys = lines.flatMap((line) => (line.kind === 'config' ? line.key : []));
    expect(keys).toEqual(expect.arrayContaining(['plan', 'run', 'cpu', 'cores', 'tool-tar']));
  });

  it('has a line for each repetition of a step, with its figures', () => {
    const { cores } = run.opening.machine;
    const name = `BenchmarkBackup/dataset=tiny/tool=tar/target=disk/step=0-full-${cores}`;
    const found = lines.flatMap((line) =>
      line.kind === 'result' && line.name === name ? [line.values] : [],
    );
    expect(found).toHaveLength(fulls.length);
    expect(found.map((values) => values['ns/op'])).toEqual(
      fulls.map(({ usage }) => Math.round((usage?.wall ?? 0) * 1e9)),
    );
    expect(found[0]?.['stored-B']).toBe(fulls[0]?.stored?.bytes);
  });

  it('has requests and bytes sent where they were counted', () => {
    const wire = { sent: 5000, received: 300 };
    const counting = { ...run, lines: fulls.map((line) => ({ ...line, requests: 41, wire })) };
    expect(benchfmt([counting])).toContain(' 5000 sent-B 41 requests/op\n');
    expect(benchfmt([run])).not.toMatch(/\d requests\/op/);
  });

  it('keeps a name in one field, whatever it holds', () => {
    const hostile = {
      ...run,
      lines: fulls.map((line) => ({ ...line, dataset: 'a b/c\u2028\nd' })),
    };
    const text = benchfmt([hostile]);
    expect(text).toContain('/dataset=a_b_c\\u2028\\u000ad/tool=tar');
    for (const line of text.split('\n')) read(line);
  });
});

describe('hyperfineJson', () => {
  const { results } = JSON.parse(hyperfineJson([run]));
  const full = results.find(
    ({ command }: { command: string }) => command === 'tiny/tar/disk/0-full',
  );

  it('has the fields of an export, a result for each step', () => {
    const times = fulls.map(({ usage }) => usage?.wall ?? 0);
    const [a = 0, b = 0] = times;
    expect(full).toMatchObject({
      ...{ times, mean: mean(times), median: median(times), exit_codes: times.map(() => 0) },
      parameters: { dataset: 'tiny', tool: 'tar', target: 'disk', step: '0-full' },
    });
    expect(times).toHaveLength(2);
    // Of two values it is their distance ÷ √2.
    expect(full.stddev).toBeCloseTo(Math.abs(a - b) / Math.SQRT2, 12);
    for (const key of ['user', 'system', 'min', 'max', 'memory_usage_byte']) {
      expect(full).toHaveProperty(key);
    }
  });

  it('is read like an export of hyperfine', () => {
    const read = hyperfineRecords('x.json', hyperfineJson([run]));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const readings = read.value.readings.get('tiny/tar/disk/0-full');
    expect(readings?.map(({ times }) => times.backup?.wall)).toEqual(full.times);
    expect(readings?.map(({ amounts }) => amounts.memory)).toEqual(full.memory_usage_byte);
  });

  it('has no deviation of a single run', () => {
    const [once] = JSON.parse(hyperfineJson([{ ...run, lines: fulls.slice(0, 1) }])).results;
    expect(once.stddev).toBeNull();
  });
});
