import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  LIBRARY_FILES,
  LICENSED_PACKAGES,
  type Libraries,
  noticesOf,
} from '../../src/report/formats/libraries.ts';

const modules = join(import.meta.dirname, '..', '..', 'node_modules');

/** Reads a file below `node_modules`. */
const installed = (path: string): string => readFileSync(join(modules, path), 'utf8');

/** A package as it describes itself. */
export const packageOf = (
  name: string,
): { readonly version: string; readonly dependencies?: Readonly<Record<string, string>> } =>
  JSON.parse(installed(`${name}/package.json`));

/** The real libraries, as the command line hands them to the page. */
export const librariesOnDisk = (): Libraries => ({
  vega: installed(LIBRARY_FILES.vega),
  vegaLite: installed(LIBRARY_FILES.vegaLite),
  interpreter: installed(LIBRARY_FILES.interpreter),
  notices: noticesOf(
    LICENSED_PACKAGES.map((name) => ({
      name,
      version: packageOf(name).version,
      licence: installed(`${name}/LICENSE`),
    })),
  ),
});
