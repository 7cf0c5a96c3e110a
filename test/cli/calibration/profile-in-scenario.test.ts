import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { profileOf } from '../../support/shipped-profile.ts';
import { captured } from '../captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-profile-'));
mkdirSync(join(folder, 'profiles'));
afterAll(() => rmSync(folder, { recursive: true }));

const restic = profileOf('restic');
const put = (name: string, text: string): void =>
  writeFileSync(join(folder, 'profiles', name), text);
put('restic.yaml', restic);
put('secret.yaml', 'password: hunter2\n');
put('older.yaml', restic.replace('backcast/profile/1', 'backcast/profile/0'));
put('broken.yaml', restic.replace(/like: restic/, 'like: 7'));
const [head = '', body = ''] = restic.split('  restic:\n');
put('two.yaml', `${head}  restic:\n${body}  other:\n${body}`);
const without = (operation: string): string =>
  restic.replace(new RegExp(`operation: ${operation}$`, 'm'), 'operation: compact');
put('unread.yaml', without('backup'));
put('unrestored.yaml', without('restore'));

let count = 0;
/** Runs a command on a scenario with one tool, on its tenth line. */
async function run(command: string, tool: string, size = '60 MB, files: 2000', ...more: string[]) {
  const path = join(folder, `plan${count++}.yaml`);
  const text = `start: 2026-01-05
horizon: 3 days
sites: { here: { server: { cores: 2 } } }
workloads:
  files: { size: ${size}, compressibility: 2, change: 1 %/day }
stores:
  disk:
    write: 200 MB/s
tools:
  mine: { ${tool} }
strategies:
  nightly: { incremental: daily at 22:00, tool: mine }
`;
  writeFileSync(path, text);
  const capture = captured();
  const code = await main([command, path, ...more], capture.host);
  return { code, out: capture.out(), err: capture.err() };
}

describe('a profile that a scenario names', () => {
  it('is told at the head of the answer, with label and error of each kind of figure', async () => {
    const { code, out } = await run('simulate', 'profile: profiles/restic.yaml');
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /mine as measured in profiles\/restic.yaml: backups [ABCD] \(error [\d.]+ %\), restores [ABCD] \(error [\d.]+ %\), bytes stored [ABCD] \(error [\d.]+ %\)/,
    );
    expect(out).not.toContain('outside of what');
  });

  it.each(['html', 'markdown'])('is told in %s', async (format) => {
    const { out } = await run(
      'simulate',
      'profile: profiles/restic.yaml',
      undefined,
      '--format',
      format,
    );
    expect(out.replaceAll('\\', '')).toMatch(/mine as measured in profiles\/restic.yaml: backups/);
  });

  it('is in the JSON, which says where the data lie outside of what was measured', async () => {
    const { out } = await run(
      'simulate',
      'profile: profiles/restic.yaml',
      '1 GB, files: 2000',
      '--json',
    );
    const { profiles, warnings } = JSON.parse(out);
    expect(profiles).toHaveLength(1);
    expect(profiles[0]).toMatchObject({
      ...{ tool: 'mine', file: 'profiles/restic.yaml', strategies: ['nightly'] },
      measuredOn: '2026-11-30',
    });
    const [backup] = profiles[0].trust;
    expect(backup.figure).toBe('backup');
    expect(backup.error).toBeGreaterThan(0);
    expect(backup.beyond).toMatchObject({ quantity: 'read', workload: 'files' });
    expect(warnings.join('\n')).toMatch(
      /by a factor of [\d.]+ in its bytes: errors are larger there/,
    );
  });

  it('has label D far outside of what was measured, whatever its own', async () => {
    const { out } = await run(
      'simulate',
      'profile: profiles/restic.yaml',
      '100 TB, files: 2000',
      '--json',
    );
    const { profiles, warnings } = JSON.parse(out);
    expect(profiles[0].trust.map(({ label }: { label: string }) => label)).toEqual(['D', 'D', 'D']);
    expect(warnings.join('\n')).toContain('do not plan on it');
  });

  it.each([
    ['profile: profiles/none.yaml', 'there is no file "profiles/none.yaml"'],
    ['profile: ../plan.yaml', 'there is no file'],
    ['profile: profiles/secret.yaml', '"profiles/secret.yaml" is no profile'],
    ['profile: profiles/older.yaml', 'is a profile of another version of backcast'],
    ['profile: profiles/unread.yaml', 'says nothing of backups'],
    ['profile: profiles/unrestored.yaml', 'says nothing of restores'],
    ['profile: profiles/restic.yaml, like: borg', 'is of restic, and not of borg'],
    ['profile: profiles/two.yaml', 'is of restic, other, and not of mine'],
  ])('%s: ends with 2 and names the place', async (tool, message) => {
    const { code, err } = await run('check', tool);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toMatch(/plan\d+\.yaml:10:\d+: tools\.mine\.profile: /);
    expect(err).not.toContain('hunter2');
  });

  it('that is broken is a problem with a place in the profile', async () => {
    const { code, err } = await run('check', 'profile: profiles/broken.yaml');
    const line = restic.split('\n').findIndex((text) => text.includes('like: restic')) + 1;
    expect(code).toBe(2);
    expect(err).toContain(`profiles/broken.yaml:${line}:`);
    expect(err).toContain('tools.restic.like: should be text, not a number');
  });

  it('without restores is enough where the scenario says what they take', async () => {
    const tool = 'profile: profiles/unrestored.yaml, restore: { rate: 100 MB/s }';
    expect((await run('check', tool)).code).toBe(0);
  });
});
