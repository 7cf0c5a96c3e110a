// Compares two builds of backcast in pairs, with the engine of `backcast gate`: see docs/benchmarks.md.
//
//   npm run bench:gate                     the parent of the newest commit, and the clone as it is
//   npm run bench:gate -- BEFORE [AFTER]   commits, or folders with a build
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judge } from '../../dist/gate/judge.js';
import { readLimits } from '../../dist/gate/limits.js';
import { GATE_FORMAT, verdictOnAll } from '../../dist/gate/outcome.js';
import { sampleOf } from '../../dist/gate/sample.js';
import { looksOf } from '../../dist/gate/stages.js';
import { stream } from '../../dist/random/stream.js';
import { gateText } from '../../dist/report/formats/gate/text.js';
import { buildOf } from './builds.js';
import { ROOT } from './command.js';
import { LOADS, measureLoad } from './loads.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    max: { type: 'string', default: 'time=+10%,memory=+25%' },
    only: { type: 'string', multiple: true, default: Object.keys(LOADS) },
    seed: { type: 'string', default: `${randomInt(2 ** 32)}` },
    json: { type: 'boolean', default: false },
  },
});

/** Ends with 2: what is asked for cannot be done, and nothing was judged. */
function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

const limits = readLimits(options.max);
if (!limits.ok)
  refuse(limits.problems.map(({ message, hint }) => `${message}; ${hint}`).join('\n'));
const metrics = Object.keys(limits.value);
const strange = options.only.filter((name) => !(name in LOADS));
if (strange.length > 0) refuse(`no load is called ${strange}; there are ${Object.keys(LOADS)}`);

const folder = mkdtempSync(join(tmpdir(), 'backcast-bench-gate-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const [given = 'HEAD^', other = ROOT] = positionals;
const sides = { before: buildOf(given, folder, refuse), after: buildOf(other, folder, refuse) };
const scenarios = writeScenarios();
const seed = Number(options.seed);
// The first run of each side warms up.
const pairs = Object.fromEntries(options.only.map((name) => [name, []]));
for (const load of options.only) for (const side of ['before', 'after']) run(load, side);

const first = looksOf(options.only.length * metrics.length, null).first;
let wanted = options.only;
let judged = { judgements: [] };
for (let round = 0; wanted.length > 0; round++) {
  for (const load of wanted) {
    const coin = stream(seed, `${load}.${round}`)() < 0.5;
    const order = coin ? ['before', 'after'] : ['after', 'before'];
    const [one, two] = order.map((side) => run(load, side));
    pairs[load].push({
      ...(coin ? { before: one, after: two } : { before: two, after: one }),
      first: order[0],
    });
    process.stderr.write(`\r${load}: ${pairs[load].length} pairs   `);
  }
  const samples = options.only.flatMap((scenario) =>
    metrics.flatMap((metric) => {
      const found = sampleOf(pairs[scenario], metric, first);
      return found ? [{ scenario, metric, limit: limits.value[metric], ...found }] : [];
    }),
  );
  if (samples.length < options.only.length * metrics.length)
    refuse(`not all of ${metrics} is measured`);
  judged = judge(samples, null);
  wanted = options.only.filter((load) =>
    samples.some(
      ({ scenario }, index) => scenario === load && judged.wanted[index] > pairs[load].length,
    ),
  );
}
process.stderr.write('\n');

const outcome = {
  ...{ format: GATE_FORMAT, verdict: verdictOnAll(judged.judgements), from: 'pairs' },
  ...{
    before: { what: given, tools: {} },
    after: { what: other === ROOT ? 'the clone' : other, tools: {} },
  },
  ...{ measurements: null, seed, orderEffect: null, judgements: judged.judgements, notes: [] },
};
process.stdout.write(options.json ? `${JSON.stringify(outcome, null, 2)}\n` : gateText(outcome));
process.exitCode = { pass: 0, fail: 3, 'cannot tell': 4 }[outcome.verdict];

/** What one run of a load takes, as the gate reads it; a run that fails ends all. */
function run(load, side) {
  try {
    return measureLoad(load, sides[side], scenarios);
  } catch (error) {
    return refuse(`${load} of ${side}: ${error.message}`);
  }
}

/** The scenarios that builds play, as files. */
function writeScenarios() {
  return Object.fromEntries(
    Object.entries(LOADS).map(([name, { scenario }]) => {
      const path = join(folder, `${name}.json`);
      if (scenario) writeFileSync(path, JSON.stringify(scenario()));
      return [name, path];
    }),
  );
}
