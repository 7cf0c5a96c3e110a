import { z } from 'zod';
import { scenario } from '../scenario.ts';

type Json = Record<string, unknown>;

/**
 * The JSON Schema (draft 2020-12) of the scenario language for editors, as generated to
 * `docs/scenario.schema.json`. It covers field names, types and forms, and lists names of the catalog
 * beside any others; units, limits and dangling names are checked only when a scenario is read.
 */
export const scenarioSchema = (): string => schemaOf(scenario, 'A backcast scenario');

/** The JSON Schema of a declared file format. */
export const schemaOf = (schema: z.ZodType, title: string): string =>
  `${JSON.stringify({ $schema: DRAFT, title, ...shapeOf(schema) }, null, 1)}\n`;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** The JSON Schema of a declaration's input: its own shape, its options, or what zod derives. */
function shapeOf(schema: z.ZodType): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) =>
      applyMetadata(zodSchema as unknown as z.ZodType, jsonSchema as Json),
  });
  return made as Json;
}

/** Metadata that is no keyword of JSON Schema. */
const WORDS = ['default', 'example', 'form', 'chapter', 'shape', 'options', 'names'];

/** Applies the metadata. Defaults are words, not values, so they are added to the description. */
function applyMetadata(schema: z.ZodType, json: Json): void {
  const about = { ...json, ...(schema.meta() ?? {}) } as Json;
  const { description, default: otherwise, example, shape, options, names } = about;
  for (const key of WORDS) delete json[key];
  if (shape) Object.assign(json, shape);
  if (Array.isArray(names)) offer(names, json);
  if (Array.isArray(options)) json.anyOf = options.map((option: z.ZodType) => shapeOf(option));
  if (typeof description === 'string') {
    json.description = otherwise ? `${description}; default: ${otherwise}` : description;
  }
  if (example !== undefined) json.examples = [example];
}

/** Lists names for editors, and still takes what the field took without. */
function offer(names: readonly string[], json: Json): void {
  const { description, examples, anyOf, ...any } = json;
  for (const key of Object.keys(any)) delete json[key];
  json.anyOf = [{ enum: names }, any];
}
