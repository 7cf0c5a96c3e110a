import { describe, expect, it } from 'vitest';
import { refuseOtherTools } from '../../../src/benchmark/run/same-tools.ts';

const tool = (version: string) => ({ title: 'a tool', version, settings: {}, resolved: null });

describe('the tools of a run that goes on', () => {
  it('are those that it began with', () => {
    const before = { tar: tool('1.34'), restic: tool('0.14.0') };
    expect(() => refuseOtherTools(before, { ...before })).not.toThrow();
  });

  it.each([
    [{}, 'is no longer there, and the run began with it'],
    [{ tar: tool('1.35') }, 'is of version 1.35, and was of version 1.34 when the run began'],
    [{ tar: tool('1.34'), rsync: tool('3.2') }, 'was not there when the run began'],
  ])('are told where they are others: %j', (now, message) => {
    expect(() => refuseOtherTools({ tar: tool('1.34') }, now)).toThrow(message);
  });
});
