import { z } from 'zod';
import type { About } from '../../scenario/language/declare.ts';

/** An option of a tool that is on or off; off where it is left out. */
export const onOrOff = (about: About) =>
  z.boolean().meta({ default: 'false', form: 'true or false', example: true, ...about });
