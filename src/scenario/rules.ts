import { z } from 'zod';
import { CATALOG_NAMES } from '../catalog/names.ts';
import { rule, ruleHint } from '../catalog/rules/rulebook.ts';
import { refuse } from './language/declare.ts';

const name = z
  .string()
  .transform((written, issues): string =>
    rule(written) ? written : refuse(issues, `there is no rule "${written}"`, ruleHint(written)),
  )
  .meta({
    description: 'a rule of the catalog',
    names: CATALOG_NAMES.rule,
    form: 'a name',
    example: '3-2-1-1-0',
    shape: { type: 'string' },
  });

/** Rules that a plan must comply with, without duplicates. */
export const rules = z
  .array(name)
  .min(1)
  .superRefine((names, issues) => {
    for (const [index, each] of names.entries()) {
      if (names.indexOf(each) === index) continue;
      refuse(issues, 'stands here twice', 'keep one', [index]);
    }
  })
  .meta({
    description: 'regulations and good practice that must be kept; see the catalog',
    default: 'none',
    form: 'a list of names',
    example: ['3-2-1-1-0', 'cn.gbt20988-2007 level 5', 'us.sec.17a-4'],
  });
