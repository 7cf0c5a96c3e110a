import { z } from 'zod';
import { scenario } from '../scenario.ts';

type Json = Record<string, unknown>;

/**
 * The JSON Schema (draft 2020-12) of the scenario language, for editors; `docs/scenario.schema.json`
 * is this text. It knows names, kinds and forms; units, limits and names that lead nowhere are
 * checked when a scenario is read.
 */
export const scenarioSchema = (): string => schemaOf(scenario, 'A backcast scenario');

/** The JSON Schema of a file that is declared field by field. */
export const schemaOf = (schema: z.ZodType, title: string): string =>
  `${JSON.stringify({ $schema: DRAFT, title, ...shapeOf(schema) }, null, 1)}\n`;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** What may be written for a declaration: its own shape, its alternatives, or what zod makes of it. */
function shapeOf(schema: z.ZodType): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) =>
      retell(zodSchema as unknown as z.ZodType, jsonSchema as Json),
  });
  return made as Json;
}

/** Defaults are told in words, so they go into the description: as a value they would be wrong. */
function retell(schema: z.ZodType, json: Json): void {
  const about = { ...json, ...(schema.meta() ?? {}) } as Json;
  const { description, default: otherwise, example, shape, options } = about;
  for (const key of ['default', 'example', 'form', 'chapter', 'shape', 'options']) delete json[key];
  if (shape) Object.assign(json, shape);
  if (Array.isArray(options)) json.anyOf = options.map((option: z.ZodType) => shapeOf(option));
  if (typeof description === 'string') {
    json.description = otherwise ? `${description}; default: ${otherwise}` : description;
  }
  if (example !== undefined) json.examples = [example];
}
