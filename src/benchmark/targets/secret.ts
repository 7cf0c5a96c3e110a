import type { Host } from '../../host/host.ts';
import type { Checked } from '../../problem.ts';
import type { SecretSource } from './declared-target.ts';

/** What reading a secret needs: `field` is named in problems, `resolve` resolves a file's path. */
export interface SecretReader {
  readonly host: Host;
  readonly field: string;
  readonly resolve: (path: string) => string;
}

/** Reads a secret from its source; problems never contain the secret. */
export async function readSecret(
  source: SecretSource,
  { host, field, resolve }: SecretReader,
): Promise<Checked<string>> {
  const wrong = (message: string, hint: string): Checked<string> => ({
    ok: false,
    problems: [{ path: field, message, hint }],
  });
  if (source.kind === 'environment') {
    const value = host.environment(source.name)?.trim();
    if (value) return { ok: true, value };
    return wrong(`the variable ${source.name} is not set`, 'set it before the run');
  }
  const read = await host.files.read(resolve(source.path), 4096);
  if (!read.ok) return wrong(`${source.path} cannot be read: ${read.reason}`, 'see to the file');
  const value = Buffer.from(read.value).toString().trim();
  return value ? { ok: true, value } : wrong(`${source.path} is empty`, 'put the secret into it');
}
