import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type { Host } from '../host/host.ts';
import {
  LIBRARY_FILES,
  LICENSED_PACKAGES,
  type Libraries,
  type Licensed,
  noticesOf,
} from '../report/formats/libraries.ts';

/** Minified libraries are a few hundred kilobytes. */
const LIMIT = 16_000_000;

/** Reads the libraries that the HTML page carries, and the licences it has to show. */
export async function loadLibraries(host: Host): Promise<Libraries> {
  const modules = modulesFolder();
  const read = async (file: string): Promise<string> => {
    const content = await host.files.read(join(modules, file), LIMIT);
    if (!content.ok)
      throw new Error(`the installation is not complete: ${file}: ${content.reason}`);
    return new TextDecoder('utf-8').decode(content.value);
  };
  const licensed = LICENSED_PACKAGES.map(async (name): Promise<Licensed> => {
    const { version } = JSON.parse(await read(join(name, 'package.json'))) as { version: string };
    return { name, version, licence: await read(join(name, 'LICENSE')) };
  });
  const [vega, vegaLite, interpreter, packages] = await Promise.all([
    read(LIBRARY_FILES.vega),
    read(LIBRARY_FILES.vegaLite),
    read(LIBRARY_FILES.interpreter),
    Promise.all(licensed),
  ]);
  return { vega, vegaLite, interpreter, notices: noticesOf(packages) };
}

/** The `node_modules` folder that vega lies in, wherever backcast was installed. */
function modulesFolder(): string {
  const vega = createRequire(import.meta.url).resolve('vega');
  const end = vega.lastIndexOf(`${sep}vega${sep}`);
  return vega.slice(0, end);
}
