import type { Host } from '../host/host.ts';
import { installed } from './installed.ts';

/** The version of this program, as its package says; read only when somebody asks. */
export async function version(host: Host): Promise<string> {
  const path = installed('package.json');
  const outcome = await host.files.read(path, 1_000_000);
  if (!outcome.ok) throw new Error(`cannot read ${path}: ${outcome.code}`);
  const content: unknown = JSON.parse(new TextDecoder().decode(outcome.value));
  const found =
    typeof content === 'object' && content !== null && 'version' in content && content.version;
  return typeof found === 'string' ? found : 'unknown';
}
