// Writes the pages of docs/ that are made from the sources: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { measurementSchema } from '../dist/benchmark/measurement-schema.js';
import { planReference, planSchema } from '../dist/benchmark/plan-reference.js';
import { profileSchema } from '../dist/calibration/profile-schema.js';
import { catalogPage } from '../dist/catalog/page.js';
import { manualPage } from '../dist/cli/manual/page.js';
import { gateSchema } from '../dist/gate/gate-schema.js';
import { baselineSchema, historySchema } from '../dist/gate/history/history-schema.js';
import { nodeHost } from '../dist/host/node.js';
import { resultSchema } from '../dist/report/result/schema.js';
import { scenarioSchema } from '../dist/scenario/docs/json-schema.js';
import { referencePage } from '../dist/scenario/docs/reference.js';

const PAGES = {
  'backcast.1': () => manualPage(nodeHost()),
  'catalog.md': catalogPage,
  'scenario.md': referencePage,
  'scenario.schema.json': scenarioSchema,
  'result.schema.json': resultSchema,
  'bench-plan.md': planReference,
  'bench-plan.schema.json': planSchema,
  'measurement.schema.json': measurementSchema,
  'profile.schema.json': profileSchema,
  'gate.schema.json': gateSchema,
  'baseline.schema.json': baselineSchema,
  'history.schema.json': historySchema,
};

for (const [file, text] of Object.entries(PAGES)) {
  writeFileSync(new URL(`../docs/${file}`, import.meta.url), await text());
}
