import type { z } from 'zod';
import { fields, type Issues, quantity, refuse } from '../../scenario/language/declare.ts';
import { BINARY_SIZE, FRACTION } from '../../units/dimensions.ts';
import { FRESH_UNIT } from './compressibility.ts';
import type { FilesChange } from './recipe.ts';

/** Smallest block: it holds enough fresh bytes that a rewrite never reproduces its old content. */
const LEAST_BLOCK = 8 * FRESH_UNIT;

/** Tolerance for rounding, because shares are parsed from decimal numbers. */
const ROUNDING = 1e-9;

const share = (description: string, example: string) =>
  quantity(FRACTION, { max: 1 }, { description, default: 'none', example }).optional();

const within = fields(
  {
    share: quantity(
      FRACTION,
      { above: true, max: 1 },
      { description: 'share of the bytes of a changed file', example: '10 %' },
    ),
    block: quantity(
      BINARY_SIZE,
      { min: LEAST_BLOCK, max: 2 ** 30, whole: true },
      { description: 'bytes that change together', default: '4 KiB', example: '4 KiB' },
    )
      .refine((size) => size % FRESH_UNIT === 0, {
        message: `must be a multiple of ${FRESH_UNIT} B`,
        params: { hint: 'write a power of two such as 4 KiB' },
      })
      .optional(),
  },
  {
    description: 'how much of a changed file differs, in place',
    default: 'all of it',
    example: { share: '10 %', block: '4 KiB' },
  },
).transform(({ share: part, block = 4096 }) => ({ share: part, block }));

/** The field `change`: how a generation changes the files of a dataset. */
export const filesChange = fields(
  {
    changed: share('files with new content', '5 %'),
    added: share('files that are new', '1 %'),
    removed: share('files that are gone', '1 %'),
    renamed: share('files that bear another name, most of them in another folder', '1 %'),
    within: within.optional(),
  },
  {
    description: 'what becomes of the files, from one generation to the next',
    default: 'changed 5 %, added 1 %, removed 1 %, renamed 1 %',
    example: { changed: '5 %', added: '1 %', removed: '1 %', renamed: '1 %' },
  },
).transform((written, issues): FilesChange => {
  const { changed = 0, added = 0, removed = 0, renamed = 0, within: part = null } = written;
  if (changed + removed + renamed > 1 + ROUNDING) {
    return refuse(
      issues as Issues,
      'has more changed, removed and renamed files than there are',
      'let the three add up to 100 % at most',
    );
  }
  return { changed, added, removed, renamed, within: part };
}) satisfies z.ZodType<FilesChange>;

/** The default of `change`. */
export const USUAL_CHANGE: FilesChange = {
  changed: 0.05,
  added: 0.01,
  removed: 0.01,
  renamed: 0.01,
  within: null,
};
