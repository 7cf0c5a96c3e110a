// A week of real backups beside what the simulator says of it with profiles.
//
// Figures are recorded in scenarios/profiles/week.csv, by
//
//   backcast bench scenarios/profiles/week.yaml
//   node reports/week.mjs backcast-work/measurements-*.jsonl own.profile.yaml > scenarios/profiles/week.csv
//
// where own.profile.yaml was made by calibrate on the same machine; `npm run reports` simulates them anew with
// the profiles that ship, and puts them side by side.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, simulate } from '../dist/index.js';

const FIGURES = ['full', 'night', 'restore', 'week'];

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** What a plan of that week says with a tool that rests on a profile: seconds, and bytes at the end. */
async function simulated({ tool, bytes, files, ratio, changed }, profile) {
  const increments = changed > 0 ? 'incremental: daily at 01:00' : 'full: [2026-01-05]';
  const loaded = read(
    `
start: 2026-01-05
horizon: 7 days
sites: { here: { server: { cores: 2 } } }
workloads:
  files:
    size: ${bytes} B
    files: ${files}
    compressibility: ${ratio}
    duplicates: 0 %
    change: { per-run: ${changed * 100} % }
stores: { disk: { write: 1 GB/s, read: 1 GB/s } }
tools: { ${tool}: { profile: tool.yaml } }
strategies: { week: { tool: ${tool}, ${increments}, keep: { last: 99 } } }
`,
    { files: { 'tool.yaml': profile } },
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { strategies } = await simulate(loaded.value);
  const [{ jobs, recovery, stored }] = strategies;
  const of = (level) => jobs.find((job) => job.level === level)?.seconds.p50;
  return {
    full: of('seed'),
    night: of('incremental'),
    restore: recovery.newest.seconds.p50,
    week: stored.end.p50,
  };
}

/** What was measured of each tool: medians of time less waits for a core, and bytes at the end. */
function measuredIn(lines) {
  const content = lines.find(({ kind }) => kind === 'dataset');
  const tools = [...new Set(lines.flatMap(({ tool }) => tool ?? []))].sort();
  return tools.flatMap((tool) => {
    const own = lines.filter((line) => line.tool === tool && line.outcome === 'done');
    const quiet = (wanted) =>
      median(own.filter(wanted).map(({ usage }) => usage.wall - (usage.queue?.most ?? 0)));
    const backups = own.filter(({ kind }) => kind === 'backup');
    const increments = backups.filter(({ level }) => level === 'incremental');
    const last = backups.filter(({ point }) => point === Math.max(...backups.map((b) => b.point)));
    const share = ({ change, source }) => change.read / source.bytes;
    const has = (kind) => own.some((line) => line.kind === kind);
    if (!has('backup') || !has('restore')) return [];
    return [
      {
        tool,
        bytes: content.source.bytes,
        files: content.source.files,
        ratio: content.content.compressibility.ratio.toFixed(3),
        changed: increments.length > 0 ? median(increments.map(share)).toFixed(5) : 0,
        full: quiet(({ level }) => level === 'full').toFixed(3),
        night:
          increments.length > 0 ? quiet(({ level }) => level === 'incremental').toFixed(3) : '',
        restore: quiet(({ kind }) => kind === 'restore').toFixed(3),
        week: median(last.map(({ stored }) => stored.bytes)),
      },
    ];
  });
}

/** The recorded figures as text, with what a profile of the same machine says of them. */
async function recorded(measurements, profile) {
  const [opening, ...lines] = readFileSync(measurements, 'utf8').trim().split('\n').map(JSON.parse);
  const { cpu, cores } = opening.machine;
  const own = readFileSync(profile, 'utf8');
  const rows = [];
  for (const row of measuredIn(lines)) {
    const said = await simulated(row, own);
    rows.push({
      ...row,
      ...Object.fromEntries(
        FIGURES.map((name) => [
          `own_${name}`,
          row[name] === '' ? '' : Number(said[name].toPrecision(4)),
        ]),
      ),
    });
  }
  const loads = lines.flatMap(({ load }) => load?.before ?? []);
  return [
    `# Measured by a run of scenarios/profiles/week.yaml, ${lines.at(-1).began.slice(0, 10)}, on ${cpu}, ${cores} cores, virtual, load ${median(loads).toFixed(0)}.`,
    '# Seconds less those in which a step waited for a core; own_…: simulated with a profile of that machine.',
    Object.keys(rows[0]).join(','),
    ...rows.map((row) => Object.values(row).join(',')),
    '',
  ].join('\n');
}

/** The section of the report: what was measured, and what is simulated, side by side. */
export async function weekReport(root) {
  const file = join(root, 'scenarios/profiles/week.csv');
  if (!existsSync(file)) return '';
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const said = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(2));
  const [head, ...cells] = lines.filter((line) => !line.startsWith('#')).map((l) => l.split(','));
  const rows = cells.map((row) => Object.fromEntries(row.map((cell, i) => [head[i], cell])));
  const table = [];
  for (const row of rows) {
    const profile = readFileSync(join(root, `scenarios/profiles/${row.tool}.yaml`), 'utf8');
    const ships = await simulated(row, profile);
    for (const name of FIGURES) if (row[name] !== '') table.push(lineOf(row, name, ships[name]));
  }
  return `
## A week beside the simulator

${said.join(' ')} The profiles that ship are of another machine; bytes do not depend on that, seconds do.

| tool | what | measured | own profile | | profile that ships | |
| :- | :- | -: | -: | -: | -: | -: |
${table.join('\n')}
`;
}

const WHAT = {
  full: ['first full', 's'],
  night: ['a night', 's'],
  restore: ['restore', 's'],
  week: ['stored after the week', 'MB'],
};

function lineOf(row, name, ships) {
  const [what, unit] = WHAT[name];
  const shown = (value) => `${Number((value / (unit === 'MB' ? 1e6 : 1)).toPrecision(3))} ${unit}`;
  const off = (value) =>
    `${value < row[name] ? '−' : '+'}${Math.round(Math.abs(value / row[name] - 1) * 100)} %`;
  const own = Number(row[`own_${name}`]);
  const cells = [row.tool, what, shown(row[name]), shown(own), off(own), shown(ships), off(ships)];
  return `| ${cells.join(' | ')} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , measurements, profile] = process.argv;
  process.stdout.write(await recorded(measurements, profile));
}
