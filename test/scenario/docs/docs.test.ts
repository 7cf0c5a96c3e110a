import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measurementSchema } from '../../../src/benchmark/measurement-schema.ts';
import { planReference, planSchema } from '../../../src/benchmark/plan-reference.ts';
import { profileSchema } from '../../../src/calibration/profile-schema.ts';
import { gateSchema } from '../../../src/gate/gate-schema.ts';
import { baselineSchema, historySchema } from '../../../src/gate/history/history-schema.ts';
import { resultSchema } from '../../../src/report/result/schema.ts';
import { scenarioSchema } from '../../../src/scenario/docs/json-schema.ts';
import { referencePage } from '../../../src/scenario/docs/reference.ts';
import {
  SCHEDULE_WORDS,
  UNCERTAIN_EXAMPLES,
  WINDOW_WORDS,
} from '../../../src/scenario/docs/reference-chapters.ts';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import { declaredFields } from '../../support/declared-paths.ts';
import { office, problemsIn } from '../../support/problems-in.ts';

const committed = (file: string): string =>
  readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8');

describe('the pages made from the sources', () => {
  it.each([
    ['scenario.md', referencePage],
    ['scenario.schema.json', scenarioSchema],
    ['result.schema.json', resultSchema],
    ['bench-plan.md', planReference],
    ['bench-plan.schema.json', planSchema],
    ['measurement.schema.json', measurementSchema],
    ['profile.schema.json', profileSchema],
    ['gate.schema.json', gateSchema],
    ['baseline.schema.json', baselineSchema],
    ['history.schema.json', historySchema],
  ])('docs/%s is what the declarations say; if not, run `npm run docs`', (file, made) => {
    expect(committed(file)).toBe(made());
  });
});

describe('the declarations', () => {
  const fields = [...declaredFields()];

  it('are walked', () => {
    const names = fields.map(([name]) => name);
    expect(names.length).toBeGreaterThan(150);
    expect(names).toContain('workloads.*.size.lognormal.sigma');
    expect(names).toContain('strategies.*.overrides.*.keep.gfs.weekly');
  });

  it.each(fields)('%s says what it is and how it is written', (_, declaration) => {
    expect(declaration.description).toMatch(/\w{2}/);
    if (declaration.content.kind === 'value' && !declaration.content.words) {
      expect(declaration.form).toMatch(/\w{2}/);
    }
  });
});

describe('docs/scenario.md', () => {
  const page = referencePage();

  it('has a row for every field of every mapping but those of uncertain quantities', () => {
    for (const name of declaredFields().keys()) {
      const last = name.split('.').at(-1) ?? '';
      const chapter = /p10|p90|lognormal|median|sigma|triangular|sample|day|weekends|closed$/;
      if (!chapter.test(last)) expect(page, name).toContain(`\n| \`${last}\` | `);
    }
  });

  it('has links that lead to headings, each of which is there once', () => {
    const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^a-z0-9 _-]/g, '')
        .replaceAll(' ', '-'),
    );
    expect(new Set(anchors).size).toBe(anchors.length);
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = '']) => anchor);
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
  });

  it('has tables whose rows have as many cells as their head', () => {
    const cells = (line: string) => line.split(/(?<!\\)\|/).length;
    for (const block of page.split('\n\n').filter((part) => part.startsWith('|'))) {
      expect(new Set(block.trim().split('\n').map(cells)).size, block).toBe(1);
    }
  });

  it.each(SCHEDULE_WORDS)('shows a schedule that is read: %s', (words) => {
    const strategies = `{ s: { full: daily, incremental: "${words}" } }`;
    expect(problemsIn(office({ strategies }))).toEqual([]);
  });

  it.each(WINDOW_WORDS)('shows a window that is read: %s', (window) => {
    expect(problemsIn(office({ strategies: `{ s: { full: daily, window: ${window} } }` }))).toEqual(
      [],
    );
  });

  it.each(UNCERTAIN_EXAMPLES)('shows a quantity that is read: %s', (size) => {
    expect(problemsIn(office({ workloads: `{ a: { size: ${size} } }` }))).toEqual([]);
  });
});

describe('docs/scenario.schema.json', () => {
  interface Schema {
    readonly [key: string]: unknown;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly additionalProperties?: Schema | boolean;
    readonly anyOf?: readonly Schema[];
    readonly items?: Schema | boolean;
    readonly prefixItems?: readonly Schema[];
  }
  const schema = JSON.parse(scenarioSchema()) as Schema;

  /** The fields of the schema, named as those of the declarations. */
  function fieldsOf(part: Schema, path: string, found = new Set<string>()): Set<string> {
    for (const [name, inner] of Object.entries(part.properties ?? {})) {
      const at = path === '' ? name : `${path}.${name}`;
      fieldsOf(inner, at, found.add(at));
    }
    for (const option of part.anyOf ?? []) fieldsOf(option, path, found);
    if (typeof part.additionalProperties === 'object') {
      fieldsOf(part.additionalProperties, `${path}.*`, found);
    }
    for (const item of [part.items, ...(part.prefixItems ?? [])]) {
      if (typeof item === 'object') fieldsOf(item, `${path}[]`, found);
    }
    return found;
  }

  it('has every declared field and no other', () => {
    expect([...fieldsOf(schema, '')].sort()).toEqual([...declaredFields().keys()].sort());
  });

  it('allows no other fields, and knows which must be given', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      required: ['start', 'workloads', 'stores', 'strategies'],
    });
  });

  it('holds keywords of JSON Schema only', () => {
    const known = new Set(
      '$schema title description type properties required additionalProperties propertyNames pattern anyOf items prefixItems minItems maxItems minLength maxLength minProperties minimum maximum exclusiveMinimum enum const examples'.split(
        ' ',
      ),
    );
    const visit = (part: Schema): void => {
      for (const key of Object.keys(part)) expect(known).toContain(key);
      for (const inner of Object.values(part.properties ?? {})) visit(inner);
      for (const inner of [...(part.anyOf ?? []), ...(part.prefixItems ?? [])]) visit(inner);
      for (const inner of [part.items, part.additionalProperties]) {
        if (typeof inner === 'object') visit(inner);
      }
    };
    visit(schema);
  });
});

describe('docs/result.schema.json', () => {
  it('describes the format that is printed', () => {
    expect(JSON.parse(resultSchema())).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { format: { const: 'backcast/result/1' }, strategies: { type: 'array' } },
    });
  });
});

describe('examples of the declarations', () => {
  /** Fields whose example names something that the office does not have. */
  const TOP = ['name', 'start', 'horizon', 'timezone', 'currency'];
  it.each(TOP)('%s is read', (name) => {
    const example = declaredFields().get(name)?.example;
    const read = readScenario(office({ [name]: JSON.stringify(example) }), 'x.yaml');
    expect(read.ok).toBe(true);
  });

  const WORKLOAD = [...declaredFields()].filter(
    ([name, { example }]) => /^workloads\.\*\.[^.]*$/.test(name) && example !== undefined,
  );
  it.each(WORKLOAD)('%s is read', (name, { example }) => {
    const field = name.split('.').at(-1) ?? '';
    const derived = ['checkpoints', 'vectors', 'tokens'].includes(field);
    const files = { ...(!derived && { size: '1 TB' }), [field]: example };
    const text = office({ sites: '{ primary: {} }', workloads: JSON.stringify({ files }) });
    expect(problemsIn(text)).toEqual([]);
  });
});
