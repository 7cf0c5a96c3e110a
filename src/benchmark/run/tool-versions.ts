import type { Opening } from '../measurement.ts';
import type { ToolPlan } from '../plan.ts';
import { type Caller, homeOf, invoke } from './invoke.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Asks each tool for its version; `unknown` if its output cannot be parsed. */
export async function toolVersions(
  caller: Caller,
  self: readonly string[],
  home: string,
  tools: readonly ToolPlan[],
): Promise<Opening['tools']> {
  const versions: Record<string, Opening['tools'][string]> = {};
  for (const { name, adapter, settings } of tools) {
    const asked = adapter.version?.({ self });
    const reported = asked ? await invoke(caller, home, [asked]) : null;
    const read = reported?.ok ? adapter.readVersion(reported.output) : undefined;
    const version = read && withoutSecrets(read, { ...homeOf(caller, home).env, ...asked?.env });
    const { title, resolved } = adapter;
    versions[name] = { title, version: version ?? 'unknown', settings, resolved };
  }
  return versions;
}
