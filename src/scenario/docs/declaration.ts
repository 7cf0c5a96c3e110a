import { z } from 'zod';
import type { About } from '../language/declare.ts';

/** A declaration in the form that the reference page and its tests traverse. */
export type Declaration = Partial<About> & {
  /** Identity: fields that share a schema share the declaration. */
  readonly schema: z.ZodType;
  readonly content: Content;
};

type Content =
  | { readonly kind: 'value'; readonly words?: readonly string[] }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'named'; readonly of: Declaration }
  | { readonly kind: 'list'; readonly of: readonly Declaration[] }
  | { readonly kind: 'choice'; readonly options: readonly Declaration[] };

/** A field of a mapping. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly declaration: Declaration;
}

/**
 * Collects the metadata of a schema through its wrappers; outer metadata (such as an example for
 * one field) takes precedence over inner.
 *
 * @example
 * declarationOf(scenario).content // { kind: 'fields', fields: [{ name: 'name', … }, …] }
 */
export function declarationOf(schema: z.ZodType): Declaration {
  const about: Record<string, unknown> = {};
  let inner = schema;
  for (;;) {
    for (const [key, value] of Object.entries(inner.meta() ?? {})) {
      if (!(key in about)) about[key] = value;
    }
    const next = unwrapped(inner);
    if (next === undefined) break;
    inner = next;
  }
  return { ...(about as Partial<About>), schema: inner, content: contentOf(inner, about.options) };
}

/** The schema inside a wrapper; undefined if it is not a wrapper. */
function unwrapped(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return schema.def.innerType as z.ZodType;
  }
  return schema instanceof z.ZodPipe && !(schema.def.in instanceof z.ZodUnknown)
    ? (schema.def.in as z.ZodType)
    : undefined;
}

function contentOf(schema: z.ZodType, options: unknown): Content {
  if (Array.isArray(options)) {
    return { kind: 'choice', options: options.map((option) => declarationOf(option)) };
  }
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.def.shape as Record<string, z.ZodType>);
    return { kind: 'fields', fields: fields.map(([name, field]) => fieldOf(name, field)) };
  }
  if (schema instanceof z.ZodRecord) {
    return { kind: 'named', of: declarationOf(schema.def.valueType as z.ZodType) };
  }
  if (schema instanceof z.ZodArray) {
    return { kind: 'list', of: [declarationOf(schema.def.element as z.ZodType)] };
  }
  if (schema instanceof z.ZodTuple) {
    return { kind: 'list', of: (schema.def.items as z.ZodType[]).map(declarationOf) };
  }
  return schema instanceof z.ZodEnum
    ? { kind: 'value', words: schema.options.map(String) }
    : { kind: 'value' };
}

const fieldOf = (name: string, schema: z.ZodType): Field => ({
  name,
  required: !(schema instanceof z.ZodOptional),
  declaration: declarationOf(schema),
});
