import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scenarioSchema } from '../../../src/scenario/docs/json-schema.ts';
import { declaredScenario } from '../../support/arbitraries/scenario-arbitrary.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
const validate = ajv.compile(JSON.parse(scenarioSchema()));
const scenarios = resolve(import.meta.dirname, '../../../scenarios');

/** What the schema says against a scenario, as an editor would show it. */
const against = (value: unknown): string[] =>
  validate(value) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);

describe('the JSON Schema of scenarios', () => {
  for (const name of readdirSync(scenarios).filter((file) => /^(?!bench-).*\.yaml$/.test(file))) {
    it(`takes ${name}`, () => {
      expect(against(parse(readFileSync(resolve(scenarios, name), 'utf8')))).toEqual([]);
    });
  }

  it('takes every scenario that can be written', () => {
    fc.assert(
      fc.property(declaredScenario(), (declared) => {
        expect(against(JSON.parse(JSON.stringify(declared)))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses unknown fields and missing parts', () => {
    expect(against({ start: '2026-01-05' }).length).toBeGreaterThan(0);
    const office = parse(readFileSync(resolve(scenarios, 'smallest.yaml'), 'utf8'));
    expect(against({ ...office, storess: {} })).toEqual([' must NOT have additional properties']);
  });

  it.each([
    ['properties.strategies.additionalProperties.properties.tool', 'restic'],
    ['properties.workloads.additionalProperties.properties.class', 'medical-images'],
    ['properties.stores.additionalProperties.properties.profile', 'cloud/aws-s3-standard'],
    ['properties.links.additionalProperties.properties.profile', 'ethernet/10g'],
    ['properties.tools.additionalProperties.properties.codec', 'zstd-3'],
    ['properties.objectives.properties.rules.items', '3-2-1-1-0'],
  ])('offers names of the catalog at %s', (at, name) => {
    const field = at.split('.').reduce((part, key) => part[key], JSON.parse(scenarioSchema()));
    expect(field.anyOf).toEqual([
      { enum: expect.arrayContaining([name]) },
      expect.objectContaining({ type: 'string' }),
    ]);
    expect(field.description).toMatch(/catalog/);
  });

  it("takes names of one's own beside those of the catalog, and nothing but names", () => {
    const office = parse(readFileSync(resolve(scenarios, 'smallest.yaml'), 'utf8'));
    const using = (tool: unknown) => ({ ...office, strategies: { s: { tool, full: 'daily' } } });
    expect(against(using('our-own'))).toEqual([]);
    expect(against(using('restic'))).toEqual([]);
    expect(against(using(7))).not.toEqual([]);
  });
});
