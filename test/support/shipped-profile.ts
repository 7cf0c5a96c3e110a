import { readFileSync } from 'node:fs';
import { type Profile, profile } from '../../src/calibration/profile.ts';
import { readProfile } from '../../src/calibration/profile-text.ts';
import { profiledTools } from '../../src/calibration/profiled-tool.ts';
import type { Data } from '../../src/simulation/compile/compile-log.ts';

/** The text of a profile that ships. */
export const profileOf = (tool: string): string =>
  readFileSync(new URL(`../../scenarios/profiles/${tool}.yaml`, import.meta.url), 'utf8');

/** A profile that ships. */
export function shippedProfile(tool: string): Profile {
  const read = readProfile(profileOf(tool), `${tool}.yaml`);
  return read.ok ? read.value : profile.parse(null);
}

/** What a scenario is compiled with that names `profiles/TOOL.yaml`. */
export const dataWith = (made: Profile, file: string): Data => ({
  ...{ samples: new Map(), series: new Map(), prices: null },
  profiles: new Map([[file, profiledTools(made, file)]]),
});
