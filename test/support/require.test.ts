import { describe, expect, it } from 'vitest';
import { available, PROGRAMS } from './require.ts';

describe('a program that a test needs', () => {
  it('is found when its check ends with 0', () => {
    expect(available('chromium', 'x', { path: process.execPath, ci: true })).toBe(true);
  });

  it('is announced when it is missing', () => {
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    expect(available('chromium', 'the page', { path: '/none', ci: false, say })).toBe(false);
    expect(said).toEqual([
      'SKIPPED: the page, because chromium is missing (/none cannot be run); ' +
        `install with: ${PROGRAMS.chromium.install}\n`,
    ]);
  });

  it('is announced when it is there and cannot do what is wanted', () => {
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    expect(available('simpy', 'the race', { path: process.execPath, ci: false, say })).toBe(false);
    expect(said.join()).toContain(`${process.execPath} -c import SimPy.Simulation failed`);
  });

  it('fails in CI when it is missing', () => {
    expect(() => available('simpy', 'the race', { path: '/none', ci: true })).toThrow(
      'SKIPPED: the race, because simpy is missing',
    );
  });

  it('is announced in CI too when it hangs on the kernel', () => {
    const say = () => {};
    expect(available('networkNamespace', 'x', { path: '/none', ci: true, say })).toBe(false);
  });
});
