import { describe, expect, it } from 'vitest';
import { readLimits, readLimitsFile } from '../../src/gate/limits.ts';

const problems = (read: ReturnType<typeof readLimits>) => (read.ok ? [] : read.problems);

describe('limits', () => {
  it('are metrics with the share by which they may grow', () => {
    expect(readLimits('wall=+10%, stored=2 %,sent=+0.5%')).toEqual({
      ok: true,
      value: { wall: 0.1, stored: 0.02, sent: 0.005 },
    });
  });

  it('name every metric there is where one is misspelt', () => {
    const [problem, ...more] = problems(readLimits('wal=+10%'));
    expect(more).toEqual([]);
    expect(problem?.message).toBe('--max wal: is no metric');
    expect(problem?.hint).toContain('time, wall, quiet, work');
  });

  it.each(['wall', 'wall=', 'wall=10', 'wall=-5%', 'wall=0%', 'wall=1001%', 'wall=x%'])(
    'cannot be %s',
    (text) => expect(problems(readLimits(text))[0]?.message).toMatch(/^--max wall: .*is no limit$/),
  );

  it('cannot name a metric twice', () => {
    expect(problems(readLimits('wall=+1%,wall=+2%'))[0]?.message).toBe('--max names wall twice');
  });

  it('come from a file, with the place of what is wrong', () => {
    expect(readLimitsFile('wall: +10 %\nstored: 2%\n', 'limits.yaml')).toEqual({
      ok: true,
      value: { wall: 0.1, stored: 0.02 },
    });
    expect(problems(readLimitsFile('wall: +10 %\nstor: 2%\n', 'limits.yaml'))).toMatchObject([
      { path: 'stor', message: 'is no metric', place: { file: 'limits.yaml', line: 2 } },
    ]);
  });

  it.each(['', '[]', 'wall', '{}'])('are not in a file that holds %j', (text) => {
    expect(problems(readLimitsFile(text, 'limits.yaml'))).toHaveLength(1);
  });
});
