import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const own = (backup: string): string => `
datasets: { office: { files: 2, size: { median: 1 KiB, sigma: 0 } } }
tools:
  mine:
    command:
      backup: ${backup}
      restore: [cp, -a, '{target}/{point}/.', '{into}']
levels: [full]
repetitions: 1
`;

/** The backup of a tool that leaves as much in memory as it can, in a file beside the copy. */
async function backupThat(extra: string) {
  const script = `mkdir -p "$2/$3" && cp -a "$1/." "$2/$3" && ${extra}`;
  const call = ['sh', '-c', script, 'sh', '{source}', '{target}', '{point}'];
  await folder.bench(own(JSON.stringify(call)), '--quiet');
  return folder.measurements().lines.find(({ kind }) => kind === 'backup');
}

describe('what a step leaves in memory', () => {
  it('is written out after it, and not by the one after', async () => {
    const line = await backupThat('dd if=/dev/zero of="$2/large" bs=1M count=64 2>/dev/null');
    expect(line?.flush?.seconds).toBeGreaterThan(0);
    const written = line?.usage?.written;
    expect(written?.bytes).toBeGreaterThanOrEqual(64 * 2 ** 20);
  });

  it('is nothing where the program has written it out itself', async () => {
    const once = 'dd if=/dev/zero of="$2/large" bs=1M count=64 conv=fsync 2>/dev/null';
    const line = await backupThat(once);
    expect(line?.usage?.written?.device).toBeGreaterThanOrEqual(64 * 2 ** 20);
    expect(line?.flush?.dirty?.before).toBeGreaterThanOrEqual(0);
  });

  it('is told of steps that write, and of no other', async () => {
    await backupThat('true');
    const seconds = Object.fromEntries(
      folder.measurements().lines.map(({ kind, flush }) => [kind, flush && flush.seconds !== null]),
    );
    expect(seconds).toMatchObject({ backup: true, restore: true, init: null, remove: null });
  });
});
