import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expectGolden } from './golden.ts';
import { ROOT } from './run-cli.ts';

const fresh = mkdtempSync(join(tmpdir(), 'backcast-reports-'));
afterAll(() => rmSync(fresh, { recursive: true }));

const reports = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort();

describe('the reports of the scenarios that ship', () => {
  execFileSync(process.execPath, [join(ROOT, 'reports/make.mjs'), fresh]);

  it('are all there, and no others', () => {
    expect(reports(join(ROOT, 'reports'))).toEqual(reports(fresh));
  });

  it('come with a profile of each tool that was measured', () => {
    const tools = readdirSync(join(fresh, 'profiles'));
    const ships = readdirSync(join(ROOT, 'scenarios/profiles'));
    expect(tools).toHaveLength(7);
    expect(ships).toEqual(expect.arrayContaining(tools));
  });

  for (const name of readdirSync(join(fresh, 'profiles'))) {
    it(`profiles/${name} is what "npm run reports" makes`, () => {
      const ships = join(ROOT, 'scenarios/profiles', name);
      expectGolden(ships, readFileSync(join(fresh, 'profiles', name), 'utf8'));
    });
  }

  for (const name of reports(fresh)) {
    it(`${name} is what "npm run reports" makes`, () => {
      expectGolden(join(ROOT, 'reports', name), readFileSync(join(fresh, name), 'utf8'));
    });
  }
});
