import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borg } from '../../../src/benchmark/tools/borg.ts';
import type { Place } from '../../../src/benchmark/tools/tool.ts';
import { benchmarkTools, TOOL_NAMES } from '../../../src/benchmark/tools/tools.ts';

/** What is said of tools that cannot be read, as `path: message; hint`. */
function faults(given: unknown): readonly string[] {
  const read = benchmarkTools.safeParse(given);
  return (read.error?.issues ?? []).map((issue) => {
    const { hint } = (issue as { params?: { hint?: string } }).params ?? {};
    return `${issue.path.join('.')}: ${issue.message}${hint ? `; ${hint}` : ''}`;
  });
}

const commands = { backup: ['b', '{source}'], restore: ['r', '{into}'] };

describe('the tools of a plan', () => {
  it('are known by their own names, or like another', () => {
    const tools = benchmarkTools.parse({
      tar: {},
      'quick-tar': { like: 'tar', compress: 'zstd' },
      mine: { command: commands },
    });
    expect(Object.values(tools).map(({ name, title }) => [name, title])).toEqual([
      ['tar', 'GNU tar'],
      ['quick-tar', 'GNU tar --zstd'],
      ['mine', 'command b'],
    ]);
    for (const like of TOOL_NAMES) expect(faults({ [like]: {}, other: { like } })).toEqual([]);
  });

  it.each([
    [{}, ': needs at least one entry; write one below it, indented, with a name'],
    [
      { tar: null },
      'tar: should be a mapping of options, not nothing; write {} for a tool as it is',
    ],
    [{ cpio: {} }, 'cpio: cpio is no tool; known are KNOWN; say which'],
    [{ x: { like: 'cpio' } }, 'x.like: is no tool; known are KNOWN;'],
    [{ x: { like: 7 } }, 'x.like: is no tool; known are KNOWN;'],
    [{ constructor: {} }, 'constructor: constructor is no tool; known are KNOWN'],
    [{ x: { like: 'tar', compres: 'zstd' } }, 'x: known are like, compress'],
    [{ tar: { compress: 'lzma' } }, 'tar.compress: Invalid option: expected one of "none"|"gzip"'],
    [{ rsync: { checksum: 'yes' } }, 'rsync.checksum: Invalid input: expected boolean'],
    [{ rclone: { fast: true } }, 'rclone: known are like'],
    [{ x: { command: {} } }, 'x.command.backup: Invalid input: expected array'],
    [{ x: { command: { ...commands, backup: 'cp -a' } } }, 'x.command.backup: Invalid input'],
    [{ x: { command: commands, like: 'tar' } }, 'x: known are command'],
    [
      { x: { command: { ...commands, backup: ['./b'] } } },
      'x.command.backup.0: is a relative path, and each series runs in a folder of its own; write',
    ],
    [
      { x: { command: { ...commands, backup: ['b', 'a{into}'] } } },
      'x.command.backup.1: nothing stands for {into} here; there are {source}, {target}, {level}, {point}',
    ],
    [
      { x: { command: { ...commands, restore: ['r', '{soruce}'] } } },
      'x.command.restore.1: nothing stands for {soruce} here; there are {source}, {target}, {level}, {point}, {into}',
    ],
  ])('%j is a problem', (given, fault) => {
    const [first, ...more] = faults(given);
    const whole = fault.replace('KNOWN', TOOL_NAMES.join(', '));
    expect(first?.startsWith(whole), first).toBe(true);
    expect(more.length).toBeLessThan(2);
  });
});

describe('commands of a user', () => {
  const place = (source: string, target: string): Place => ({
    source,
    repository: { kind: 'local', path: target },
    home: '/home',
    self: [],
    limit: null,
  });

  it('get values in the place of placeholders, within arguments that stay as many', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.constantFrom('$(touch pwned)', '{into}', '{target}', '$&', "'; rm -rf /", 'a b', '{x}'),
    );
    fc.assert(
      fc.property(odd, odd, odd, (source, target, into) => {
        const line = [
          'run',
          '--from={source}/',
          '{target}{point}',
          '{level}',
          '{into}',
          '{}',
          '$1',
        ];
        const { mine } = benchmarkTools.parse({
          mine: { command: { backup: ['run'], restore: line } },
        });
        const point = { number: 7, level: 'incremental', base: 6 } as const;
        expect(mine?.restore(place(source, target), point, into, [point])).toEqual([
          {
            program: 'run',
            args: [`--from=${source}/`, `${target}point-7`, 'incremental', into, '{}', '$1'],
            without: source,
          },
        ]);
      }),
    );
  });

  it('take all levels where they ask for the level, else those that need no word of it', () => {
    const levels = (backup: readonly string[]) =>
      benchmarkTools.parse({ x: { command: { ...commands, backup } } }).x?.levels('local');
    expect(levels(['b', '--{level}'])).toContain('differential');
    expect(levels(['b'])).toEqual(['full', 'incremental', 'unchanged']);
  });
});

describe('borg', () => {
  it('is not believed in what it says in another way than is known', () => {
    const stats = { nfiles: 5, original_size: 9, deduplicated_size: 3 };
    const output = JSON.stringify({ archive: { stats } });
    const said = borg('borg', {}).reported(output, '', '{"path":"a","change":"added"}\n');
    expect(said).toMatchObject({ added: null, unchanged: null, processed: 9, stored: 3 });
  });
});
