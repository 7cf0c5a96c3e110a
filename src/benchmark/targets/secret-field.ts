import { z } from 'zod';
import { choice } from '../../scenario/language/choice.ts';
import { type About, fields, refuse, text, textThat } from '../../scenario/language/declare.ts';
import type { SecretSource } from './declared-target.ts';

const fromEnvironment = fields(
  {
    env: textThat(
      (written) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(written),
      {
        message: 'is not the name of a variable',
        hint: 'write the name of a variable of the environment, never the secret itself',
      },
      { description: 'a variable of the environment that holds it', example: 'BENCH_KEY' },
    ),
  },
  { description: 'from the environment' },
).transform(({ env }): SecretSource => ({ kind: 'environment', name: env }));

const fromFile = fields(
  { file: text({ description: 'a file that holds it and nothing else', example: './key' }, 4096) },
  { description: 'from a file' },
).transform(({ file }): SecretSource => ({ kind: 'file', path: file }));

const HINT = 'write { env: NAME } or { file: path }: a plan is shared, and a secret is not';

/**
 * A field that references a secret. A literal secret is rejected, and never repeated in messages.
 */
export const secret = (about: About) =>
  choice<SecretSource>(about, { what: '{ env: … } or { file: … }', hint: HINT }, () => [
    { shape: ['env'], schema: fromEnvironment, beside: ['file'] },
    { shape: ['file'], schema: fromFile, beside: ['env'] },
    {
      shape: 'scalar',
      schema: z.unknown().transform((_, issues) => refuse(issues, 'is a secret in the plan', HINT)),
    },
  ]);
