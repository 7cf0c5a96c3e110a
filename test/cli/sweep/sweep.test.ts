import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { captured } from '../captured.ts';

// A restore moves 3.6 TB over the line: 8 000 s at 3.6 Gbit/s, and 1 h is left of 2 h for a decision.
const PLAN = `start: 2026-01-05
horizon: 10 days
sites: { here: {}, there: {} }
links: { line: { between: [here, there], rate: 1 Gbit/s } }
workloads: { files: { site: here, size: 3.6 TB } }
stores: { far: { site: there } }
strategies: { nightly: { full: daily at 22:00, to: far } }
disasters: { fire: { scope: site here, per-year: 1, decide: 48 h } }
objectives: { rto: 60 h }
`;

async function sweep(...argv: readonly string[]) {
  const { host, out, err } = captured();
  const stdin = {
    read: async () => ({ ok: true as const, value: new TextEncoder().encode(PLAN) }),
  };
  const code = await main(['sweep', '-', ...argv], { ...host, stdin });
  return { code, out: out(), err: err() };
}

describe('sweep', () => {
  it('is a page with the table and charts, where no name of a file does harm', async () => {
    const { code, out } = await sweep(
      ...['--over', 'links.line.rate=1,2 Gbit/s', '--format', 'html'],
      ...['--set', 'name="</h1><script>alert(1)</script>"'],
    );
    expect(code).toBe(0);
    expect(out).toContain('<h1><bdi>&lt;/h1&gt;&lt;script&gt;alert(1)&lt;/script&gt;</bdi></h1>');
    expect(out).not.toContain('<script>alert');
    // A restore takes 8 h at 1 Gbit/s and 4 h at 2 Gbit/s, after 48 h for the decision: 56 and 52 h.
    expect(out).toMatch(/<td[^>]*>2\.33 d[\s\S]*<td[^>]*>2\.17 d/);
    expect(out).toContain(
      '<figcaption><bdi>restore (RTO)</bdi></figcaption><div class="chart" id="sweep-',
    );
  });

  it('has the answers for each value, and a chart that holds its data', async () => {
    const { code, out } = await sweep('--over', 'links.line.rate=1,2 Gbit/s', '--json');
    expect(code).toBe(0);
    const { points, chart } = JSON.parse(out);
    expect(points.map(({ values }: { values: string[] }) => values)).toEqual([
      ['1 Gbit/s'],
      ['2 Gbit/s'],
    ]);
    const [slow, fast] = points.map(
      (one: { strategies: { figures: { night: number } }[] }) => one.strategies[0]?.figures.night,
    );
    // Twice the line, half the time on it.
    expect(fast / slow).toBeCloseTo(0.5, 1);
    expect(chart.data.values.length).toBeGreaterThan(4);
  });

  it('finds the least value that helps', async () => {
    const { code, out } = await sweep(
      ...['--over', 'links.line.rate=0.1,10 Gbit/s', '--until', 'rto<=56h', '--json'],
    );
    expect(code).toBe(0);
    const { search, points } = JSON.parse(out);
    expect(search.because).toBeNull();
    const rto = (value: string): number =>
      points.find((one: { values: string[] }) => one.values[0] === value).strategies[0].figures.rto;
    expect(rto(search.least)).toBeLessThanOrEqual(56 * 3600);
    expect(rto(search.short)).toBeGreaterThan(56 * 3600);
  });

  it('says what stands in the way where no value helps, and ends with 3', async () => {
    const { code, out } = await sweep(
      ...['--over', 'links.line.rate=0.1,10 Gbit/s', '--until', 'rto<=8h'],
    );
    expect(code).toBe(3);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /no value up to 10 Gbit\/s is enough for rto<=8h: rto of nightly is [\d.]+ \w+; 2 d of [\d.]+ d after fire is until it is decided|48 h of/,
    );
  });

  it.each([
    [[], /required option '--over/],
    [['--over', 'links.line.rate'], /write a path and values/],
    [['--over', 'links.line.rate=1 Gbit/s', '--until', 'rto<=8h'], /between two numbers of one/],
    [['--over', 'a=1,2', '--over', 'b=1,2', '--until', 'pass'], /--until searches over one input/],
    [['--over', 'a=1', '--over', 'b=1', '--over', 'c=1'], /--over is given more than twice/],
    [['--over', 'links.lien.rate=1,2 Gbit/s'], /^--set links\.lien\.rate: .* did you mean line\?/],
    [['--over', 'horizon=1 day,1 d', '--strategy', 'x'], /the scenario has no such strategy/],
    [['--over', 'horizon=1 day', '--output', 'x.csv'], /a sweep is not written as csv/],
  ])('refuses %s', async (argv, message) => {
    const { code, err } = await sweep(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
