import { z } from 'zod';
import type { About } from '../../scenario/language/declare.ts';

/** A boolean option of a tool; false by default. */
export const onOrOff = (about: About) =>
  z.boolean().meta({ default: 'false', form: 'true or false', example: true, ...about });
