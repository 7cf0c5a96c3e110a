import { describe, expect, it } from 'vitest';
import { readTimed, wrapped } from '../../../src/host/node/wrapping.ts';

describe('what GNU time writes', () => {
  it('is read, with the signal that ended the program', () => {
    expect(readTimed('0.51 0.02 1608 3 7 2\n')).toEqual({
      user: 0.515,
      system: 0.025,
      peakMemory: 1608 * 1024,
      faults: 3,
      switches: { waited: 7, preempted: 2 },
      signal: null,
    });
    expect(readTimed('Command exited with non-zero status 3\n12.00 1.10 9 0 0 0\n')).toMatchObject({
      user: 12.005,
      signal: null,
    });
    expect(readTimed('Command terminated by signal 9\n0.00 0.00 9 0 0 0\n')).toMatchObject({
      user: 0,
      signal: 'SIGKILL',
    });
    expect(readTimed('Command terminated by signal 15\n0.00 0.00 9 0 0 0\n')?.signal).toBe(
      'SIGTERM',
    );
  });

  it('is nothing where it was ended itself', () => {
    expect(readTimed('')).toBeUndefined();
    expect(readTimed('0.51 0.0')).toBeUndefined();
  });
});

describe('a program is run through', () => {
  const command = ['/bin/a', '-x'];

  it('whatever is there, and dies with its parent at each step', () => {
    const both = wrapped({ time: '/t', setpriv: '/s' }, '/report', command).join(' ');
    const die = '/s --pdeathsig KILL --';
    expect(both).toBe(`${die} /t -o /report -f %U %S %M %F %w %c -- ${die} /bin/a -x`);
    expect(wrapped({ time: undefined, setpriv: '/s' }, '/report', command).join(' ')).toBe(
      `${die} /bin/a -x`,
    );
    expect(wrapped({ time: '/t', setpriv: undefined }, undefined, command)).toEqual(command);
    expect(wrapped({ time: undefined, setpriv: undefined }, '/report', command)).toEqual(command);
  });
});
