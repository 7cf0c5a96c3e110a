import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { armed } from '../../../src/gate/run/arms.ts';
import { INSTALLED, type Side, sideOf } from '../../../src/gate/run/side.ts';
import { variantOf } from '../../../src/gate/run/variant.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { planOf } from '../../support/bench-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-side-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(...path: readonly string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n', { mode: 0o755 });
  return file;
}

const plan = planOf(`
datasets: { few: { files: 3, size: 1 KiB } }
tools: { built-in: {}, tar: {}, quick: { like: tar, compress: zstd }, restic: {} }
`);

function side(given: string, tools = plan.tools): Side {
  const read = sideOf(nodeHost(), '--after', given, tools);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join());
  return read.value;
}

const touched = (one: Side) =>
  one.kind === 'programs' ? [...one.exchanges.keys()] : one.tool.name;

describe('a side of a comparison', () => {
  it('is a tool of the plan', () => {
    expect(side('quick')).toMatchObject({ kind: 'tool', tool: { name: 'quick' } });
  });

  it('is a program, for the tools that run one of its name', () => {
    expect(touched(side(program('new', 'tar')))).toEqual(['quick', 'tar']);
  });

  it('is a program of any name, where only one tool runs one', () => {
    const given = program('restic-patched');
    const own = plan.tools.filter(({ name }) => name === 'restic');
    expect(touched(side(given, own))).toEqual(['restic']);
    expect(() => side(given)).toThrow('nothing that can be run');
  });

  it('is a folder of programs, or one with a build of backcast', () => {
    program('all', 'restic');
    program('build', 'bin', 'backcast.js');
    expect(touched(side(join(folder, 'all')))).toEqual(['restic']);
    expect(touched(side(join(folder, 'build')))).toEqual(['built-in']);
  });

  it('is nothing that is not there', () => {
    expect(() => side(join(folder, 'none'))).toThrow('--after');
    expect(() => side('0.99')).toThrow('nothing that can be run');
  });
});

describe('both sides', () => {
  it('are two tools for each that is touched', () => {
    const made = armed(plan, INSTALLED, side(program('newer', 'tar')), false);
    if (!made.ok) throw new Error('refused');
    const { plan: both, arms, untouched } = made.value;
    expect(both.tools.map(({ name }) => name)).toEqual([
      ...['quick-before', 'quick-after', 'tar-before', 'tar-after'],
    ]);
    expect(arms['tar-after']).toEqual({ of: 'tar', side: 'after' });
    expect(untouched).toEqual(['built-in', 'restic']);
  });

  it('are two tools of the plan', () => {
    const made = armed(plan, side('tar'), side('quick'), false);
    if (!made.ok) throw new Error('refused');
    expect(made.value.arms).toEqual({
      'tar-to-quick-before': { of: 'tar-to-quick', side: 'before' },
      'tar-to-quick-after': { of: 'tar-to-quick', side: 'after' },
    });
    expect(made.value.untouched).toEqual(['built-in', 'restic']);
  });

  it('must differ, and be of one kind', () => {
    const one = side(program('same', 'tar'));
    expect(armed(plan, one, one, false)).toMatchObject({ ok: false });
    expect(armed(plan, side('tar'), side('tar'), false)).toMatchObject({ ok: false });
    expect(armed(plan, side('tar'), one, false)).toMatchObject({ ok: false });
    expect(armed(plan, INSTALLED, INSTALLED, true)).toMatchObject({ ok: true });
  });
});

describe('a tool with other programs', () => {
  const place = {
    ...{ source: '/s', home: '/h', self: ['node', 'backcast.js'], limit: null },
    repository: { kind: 'local' as const, path: '/r' },
  };
  const full = { number: 0, level: 'full' as const, base: null };

  it('calls them for every step, and nothing else differs', () => {
    const restic = plan.tools.find(({ name }) => name === 'restic');
    if (!restic) throw new Error('no restic');
    const other = variantOf(restic.adapter, {
      programs: new Map([['restic', '/opt/restic']]),
      self: null,
    });
    const was = restic.adapter.backup(place, full);
    expect(other.backup(place, full)).toEqual({ ...was, program: '/opt/restic' });
    const calls = [
      ...other.init(place),
      ...(other.check?.(place, [full]) ?? []),
      ...other.restore(place, full, '/into', [full]),
      ...other.recover(place, full),
      ...(other.retain ? [other.retain(place, 'prune', 1)] : []),
    ];
    expect(new Set(calls.map((call) => call.program))).toEqual(new Set(['/opt/restic']));
    expect(other.programs).toEqual(['/opt/restic']);
  });

  it('is another build of backcast for the built-in engine', () => {
    const engine = plan.tools.find(({ name }) => name === 'built-in');
    const exchange = {
      programs: new Map<string, string>(),
      self: ['node', '/old/bin/backcast.js'],
    };
    const other = engine && variantOf(engine.adapter, exchange);
    expect(other?.backup(place, full).args.slice(0, 3)).toEqual([
      '/old/bin/backcast.js',
      'engine',
      'backup',
    ]);
    expect(other?.version?.(place).args).toEqual(['/old/bin/backcast.js', '--version']);
  });
});
