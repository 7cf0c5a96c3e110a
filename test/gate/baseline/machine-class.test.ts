import { describe, expect, it } from 'vitest';
import { machineClass } from '../../../src/gate/baseline/machine-class.ts';

const machine = {
  cpu: 'Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz',
  cores: 4,
  memory: 16.3 * 2 ** 30,
  fileSystem: 'ext4',
};

describe('machineClass', () => {
  it('is a plain name of what moves speeds', () => {
    expect(machineClass(machine)).toBe(
      'intel-r-xeon-r-platinum-8370c-cpu-2-80ghz-4-cores-16-gib-ext4',
    );
  });

  it('tells machines apart, and is a name whatever is not known', () => {
    expect(machineClass({ ...machine, cores: 8 })).not.toBe(machineClass(machine));
    expect(machineClass({ cpu: null, cores: 1, memory: 0, fileSystem: null })).toBe(
      'unknown-1-cores-1-gib',
    );
    expect(machineClass({ ...machine, cpu: '../'.repeat(100) })).toBe('4-cores-16-gib-ext4');
  });
});
