// Writes the pages of docs/ that are made from the sources: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { catalogPage } from '../dist/catalog/page.js';
import { resultSchema } from '../dist/report/result-schema.js';
import { scenarioSchema } from '../dist/scenario/json-schema.js';
import { referencePage } from '../dist/scenario/reference.js';

const PAGES = {
  'catalog.md': catalogPage,
  'scenario.md': referencePage,
  'scenario.schema.json': scenarioSchema,
  'result.schema.json': resultSchema,
};

for (const [file, text] of Object.entries(PAGES)) {
  writeFileSync(new URL(`../docs/${file}`, import.meta.url), text());
}
