import { fileURLToPath } from 'node:url';

/**
 * The path of a file of the package that this program was installed as. Sources, modules and the
 * program all lie two folders below it.
 *
 * @example installed('docs/scenario.schema.json')
 */
export const installed = (file: string): string =>
  fileURLToPath(new URL(`../../${file}`, import.meta.url));
