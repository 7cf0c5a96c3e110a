// Remakes the profiles that ship, one a tool, from the records beside them, and says how well such
// profiles foretell data that they have not seen.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calibrate } from '../dist/calibration/calibrate.js';
import { compare } from '../dist/calibration/hindcast.js';
import { measuredRuns } from '../dist/calibration/measured-run.js';
import { profileYaml } from '../dist/calibration/profile-text.js';
import { hindcastMarkdown } from '../dist/report/formats/measured/hindcast-markdown.js';

/** Parts of two datasets, of which each is foretold by a profile of the others: alike in no part. */
const PARTS = [
  ['tiny', 'large'],
  ['many', 'soft'],
  ['crowd', 'images'],
  ['office', 'middle'],
];

/** A measurements file as `calibrate` takes it. */
function recordsIn(file) {
  const bytes = readFileSync(file);
  const [opening, ...lines] = bytes.toString('utf8').trim().split('\n').map(JSON.parse);
  return { opening, lines, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Writes the profile of each tool into a folder.
 *
 * @returns the text of the report on how well they foretell.
 */
export async function remakeProfiles(root, into) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const fitted = (records) =>
    calibrate([records], { backcast: version, seed: 1, progress: async () => undefined });
  const records = recordsIn(join(root, 'scenarios/profiles/training.jsonl'));
  const whole = await fitted(records);
  mkdirSync(into, { recursive: true });
  for (const [name, tool] of Object.entries(whole.tools)) {
    writeFileSync(join(into, `${name}.yaml`), profileYaml({ ...whole, tools: { [name]: tool } }));
  }
  const compared = [];
  for (const part of PARTS) {
    const others = records.lines.filter(({ dataset }) => !part.includes(dataset));
    const own = records.lines.filter(({ dataset }) => part.includes(dataset));
    const profile = await fitted({ ...records, lines: others });
    compared.push(...compare(profile, measuredRuns(records.opening, own).runs));
  }
  return report(whole, compared);
}

const report = (whole, compared) => `# How well profiles foretell

Of the eight shapes of data in \`scenarios/profiles/training.yaml\` two at a time are foretold by a profile of the
other six: bytes first, then processor seconds, then the seconds that pass. Most of them lie outside of what that
profile has seen, as each shape is the only one at its corner; the profiles that ship are made of all eight. The machine was shared with
other work, so its noise is large. \`npm run reports\` remakes this page from the records.

${hindcastMarkdown(whole, compared, [])}`;
