import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Compares a text with a committed file. `npm run golden` renews all of them; a mismatch writes the
 * new text beside the old, as `FILE.new`, to be looked at.
 */
export function expectGolden(file: string, text: string): void {
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  if (process.env.BACKCAST_GOLDEN === 'renew') writeFileSync(file, text);
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (known !== text) writeFileSync(fresh, text);
  expect(text, `${file} differs; see ${fresh}, or run "npm run golden"`).toBe(known);
}
