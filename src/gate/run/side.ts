import { basename, join, resolve } from 'node:path';
import type { ToolPlan } from '../../benchmark/plan.ts';
import type { Host } from '../../host/host.ts';
import type { Checked } from '../../problem.ts';
import type { Exchange } from './variant.ts';

/**
 * One side of a comparison: a tool of the plan, or what takes the place of programs of its tools.
 *
 * @property exchanges by the names of the tools that it touches.
 */
export type Side =
  | { readonly kind: 'tool'; readonly what: string; readonly tool: ToolPlan }
  | {
      readonly kind: 'programs';
      readonly what: string;
      readonly exchanges: ReadonlyMap<string, Exchange>;
    };

/** What is installed, as it is. */
export const INSTALLED: Side = { kind: 'programs', what: 'as installed', exchanges: new Map() };

/** Where a side is looked for. */
type Finder = Pick<Host, 'files' | 'processes'>;

const NO_PROGRAMS = new Map<string, string>();

/**
 * Says what `--before` or `--after` means. In this order: a tool of the plan; a folder with a build of
 * backcast, or with programs of tools; a program that stands for the one of a tool by its name, or
 * of the only tool there is; a version, of programs that are installed beside each other as
 * NAME-VERSION. Nothing is fetched from anywhere.
 */
export function sideOf(
  host: Finder,
  option: string,
  given: string,
  tools: readonly ToolPlan[],
): Checked<Side> {
  const tool = tools.find(({ name }) => name === given);
  if (tool) return { ok: true, value: { kind: 'tool', what: given, tool } };
  const found =
    buildIn(host, given, tools) ??
    programsIn(host, given, tools) ??
    programAt(host, given, tools) ??
    versionOf(host, given, tools);
  if (found) return { ok: true, value: { kind: 'programs', what: given, exchanges: found } };
  const names = tools.map(({ name }) => name).join(', ');
  const message = `${option} ${given} is nothing that can be run for a tool of the plan`;
  const hint = `name one of ${names}, a program, a folder of programs, a folder with a build of backcast, or the version of programs installed as NAME-VERSION`;
  return { ok: false, problems: [{ path: '', message, hint }] };
}

type Exchanges = ReadonlyMap<string, Exchange>;

const orNothing = (exchanges: readonly (readonly [string, Exchange])[]): Exchanges | null =>
  exchanges.length > 0 ? new Map(exchanges) : null;

/** A build of backcast runs its own engine; what the plan has of it needs no program. */
function buildIn({ files }: Finder, folder: string, tools: readonly ToolPlan[]): Exchanges | null {
  const start = resolve(folder, 'bin/backcast.js');
  if (!files.lstat(start).ok) return null;
  const own = tools.filter(({ adapter }) => adapter.programs.length === 0);
  const exchange = { programs: NO_PROGRAMS, self: [process.execPath, start] };
  return orNothing(own.map(({ name }) => [name, exchange]));
}

function programsIn(
  { processes }: Finder,
  folder: string,
  tools: readonly ToolPlan[],
): Exchanges | null {
  return withPrograms(tools, (program) => processes.find(join(resolve(folder), basename(program))));
}

function versionOf(
  { processes }: Finder,
  version: string,
  tools: readonly ToolPlan[],
): Exchanges | null {
  return withPrograms(tools, (program) => processes.find(`${program}-${version}`));
}

/** The tools of which at least one program is found elsewhere. */
function withPrograms(
  tools: readonly ToolPlan[],
  find: (program: string) => string | undefined,
): Exchanges | null {
  return orNothing(
    tools.flatMap(({ name, adapter }) => {
      const programs = adapter.programs.flatMap((program) => {
        const path = find(program);
        return path === undefined ? [] : [[program, path] as const];
      });
      return programs.length === 0 ? [] : [[name, { programs: new Map(programs), self: null }]];
    }),
  );
}

function programAt(
  { processes }: Finder,
  given: string,
  tools: readonly ToolPlan[],
): Exchanges | null {
  const path = processes.find(given);
  if (path === undefined) return null;
  const named = withPrograms(tools, (program) =>
    basename(program) === basename(path) ? path : undefined,
  );
  const [only, ...others] = tools.filter(({ adapter }) => adapter.programs.length > 0);
  const [program, ...more] = only?.adapter.programs ?? [];
  if (named || !only || program === undefined || others.length + more.length > 0) return named;
  return new Map([[only.name, { programs: new Map([[program, path]]), self: null }]]);
}
