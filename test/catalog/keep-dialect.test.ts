import { describe, expect, it } from 'vitest';
import { defaultDialect } from '../../src/catalog/keep-dialect.ts';

describe('defaultDialect', () => {
  it.each([
    ['borg', undefined, 'exclusive+oldest'],
    ['borg', '2.0.0b22', 'exclusive+oldest'],
    ['restic', '0.9.6', 'overlapping'],
    ['restic', 'v0.15.2', 'overlapping'],
    ['restic', '0.16.0', 'overlapping+oldest'],
    ['restic', '0.19', 'overlapping+oldest'],
    ['restic', '1.0', 'overlapping+oldest'],
    ['restic', undefined, 'overlapping+oldest'],
    ['restic', 'latest', 'overlapping+oldest'],
    ['rsync', '3.5', 'overlapping'],
    ['something-else', undefined, 'overlapping'],
  ] as const)('%s %s keeps in the way %s', (name, version, dialect) => {
    expect(defaultDialect(name, version)).toBe(dialect);
  });
});
