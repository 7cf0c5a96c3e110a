import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BenchFolder, benchFolder } from '../../../support/bench-run.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const LONG = 'x'.repeat(250);

const plan = (backup: string) => `
datasets: { few: { files: 2, size: 1 KiB } }
tools:
  mine:
    command:
      backup: [sh, -c, '${backup}', sh]
      restore: ['true']
levels: [full]
repetitions: 1
`;

describe('the report of a run', () => {
  it('shows the words of a tool that failed line by line, made safe, and not cut', async () => {
    const { code, out } = await folder.bench(
      plan(`printf "one\\\\n\\\\033[31m%s\\\\n" ${LONG} >&2; exit 1`),
    );
    expect([code, existsSync(folder.work)]).toEqual([3, true]);
    const at = out.indexOf('sh ended with exit code 1');
    expect(out.slice(at).split('\n').slice(1, 2)).toEqual(['    one']);
    expect(out.replaceAll(/\s/g, '')).toContain(`\\u001b[31m${LONG}`);
    expect(out).not.toContain('\\u000a');
  });
});
