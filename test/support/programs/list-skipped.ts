import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ownedFolder } from '../trees/owned-folder.ts';
import type { Skipped } from './require.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file into which `require.ts` writes what was skipped, a line of JSON each. */
    readonly skipped: string;
  }
}

/**
 * Vitest calls this once, before the first test file and, what it returns, after the last: it says
 * at the end of a run what was skipped in it, program by program, and how to get them.
 */
export function setup(project: TestProject): () => void {
  const own = ownedFolder('skipped');
  const file = join(own, 'skipped.jsonl');
  writeFileSync(file, '');
  project.provide('skipped', file);
  return () => {
    const text = listed(readFileSync(file, 'utf8'));
    rmSync(own, { recursive: true, force: true });
    process.stderr.write(text);
    const report = process.env.BACKCAST_TEST_REPORT;
    if (report !== undefined) writeFileSync(`${report}.skipped`, text);
  };
}

/** What was skipped as a reader wants it: sorted, each test once, below what it wants for. */
export function listed(lines: string): string {
  const missing = new Map<string, { readonly install: string; readonly tests: Set<string> }>();
  for (const line of lines
    .split('\n')
    .filter((one) => one !== '')
    .sort()) {
    const { program, install, test }: Skipped = JSON.parse(line);
    const known = missing.get(program) ?? { install, tests: new Set<string>() };
    missing.set(program, known);
    known.tests.add(test);
  }
  if (missing.size === 0) return '';
  const parts = [...missing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([program, { install, tests }]) => `  ${program} (${install}): ${[...tests].join('; ')}`);
  return ['Skipped, for want of', ...parts, ''].join('\n');
}
