import { cipher } from '../../../catalog/ciphers.ts';
import { codec } from '../../../catalog/codecs.ts';
import { hash } from '../../../catalog/hashes.ts';
import type { ProfiledTool } from '../../../catalog/profiled-tool.ts';
import type { Tool as CatalogTool } from '../../../catalog/tool.ts';
import { tool as catalogTool } from '../../../catalog/tools.ts';
import type { Tool } from '../../../scenario/scenario.ts';
import type { Granularity } from '../../../scenario/tool.ts';
import { format } from '../../../units/dimension.ts';
import { BINARY_SIZE, DURATION, FRACTION } from '../../../units/dimensions.ts';
import { bytes, fraction, seconds } from '../../../units/quantity.ts';
import type { DrawnTerms, ProfilePlan, ToolPlan } from '../../plan/policy.ts';
import {
  type CompileLog,
  cite,
  noteDefault,
  noteLeftOut,
  parameter,
  withoutNotes,
} from '../compile-log.ts';
import { profiledTool } from './profile.ts';
import { reportPruning } from './prune.ts';
import { perByte, resolveRestore } from './restore.ts';
import { resolveScan } from './scan.ts';
import { resolveStored } from './stored.ts';
import { combineOf, replacedBy, resolveWork } from './work.ts';

/** A tool with what only its policy asks for. */
export interface ResolvedTool extends ToolPlan {
  readonly like: string;
  readonly version: string | undefined;
  /** Streams to an object store, where nobody says how many there are. */
  readonly objectStreams: number | undefined;
}

/** A tool of the scenario or the catalog, with omitted fields filled in from its profile or the catalog. */
export function resolveTool(
  compileLog: CompileLog,
  name: string,
  declared: Tool | undefined,
): ResolvedTool {
  const own = declared ?? {};
  const profiled = profiledTool(compileLog, name, own);
  const base =
    profiled?.tool ?? (catalogTool(declared?.like ?? (declared ? 'generic' : name)) as CatalogTool);
  const path = declared ? `tools.${name}` : `catalog.tools.${base.name}`;
  // A codec that is named is used; none only says that compression costs nothing.
  const compresses = own.compression
    ? own.compression === 'on'
    : base.compresses || (own.codec ?? 'none') !== 'none';
  if (declared) noteLeftOut(compileLog, path, declared, { like: base.name });
  reportPruning(compileLog, path, own, own.style ?? base.style);
  noteTool(compileLog, path, base, own, compresses);
  return {
    name,
    like: base.name,
    version: own.version ?? (profiled ? base.version : undefined),
    style: own.style ?? base.style,
    granularity: own.granularity ?? granularityOf(base),
    compresses,
    merges: own['merges-duplicates'] ?? base.mergesDuplicates,
    overhead: own.overhead ?? fraction(own.stored ? 0 : base.overhead.value),
    ...namedWork(base, own, compresses),
    streams: own.streams ?? base.streams,
    objectStreams: own.streams === undefined ? base.objectStreams : undefined,
    window: own['stream-window'] ?? bytes(base.streamWindow?.value ?? Infinity),
    scan: resolveScan(compileLog, path, base, own),
    ...termsOf(compileLog, path, { base, own, compresses }),
    profile: profiled && own.profile ? profileOf(compileLog, own, profiled, compresses) : null,
    objects: own.objects ?? base.objects,
    staged: own.path === 'staged',
  };
}

const codecOf = (base: CatalogTool, own: Tool, compresses: boolean): string =>
  compresses ? (own.codec ?? base.codec) : 'none';

/** Core seconds a byte of the hash, codec and cipher that are named, of the source and as stored. */
function namedWork(base: CatalogTool, own: Tool, compresses: boolean) {
  // What is measured as work has those of the tool in it, but not those named anew.
  const isMeasured = base.work !== undefined || own.work !== undefined;
  const named = (term: 'read' | 'compress' | 'store', name: string | undefined): 0 | 1 =>
    own.work?.[term] === undefined && (name !== undefined || !isMeasured) ? 1 : 0;
  return {
    work:
      named('read', own.hash) * perByte(hash(own.hash ?? base.hash)?.rate?.value) +
      named('compress', own.codec) *
        perByte(codec(codecOf(base, own, compresses))?.compress?.value),
    seal: named('store', own.cipher) * perByte(cipher(own.cipher ?? base.cipher)?.rate?.value),
  };
}

/** What a tool takes and stores, term by term: what a profile leaves in doubt. */
function termsOf(
  compileLog: CompileLog,
  path: string,
  of: { readonly base: CatalogTool; readonly own: Tool; readonly compresses: boolean },
): DrawnTerms {
  const { base, own, compresses } = of;
  const fixed = own.work?.fixed;
  return {
    cores: own.cores ?? base.cores,
    perFile: own['per-file'] ?? seconds(base.perFile?.value ?? 0),
    prepare: own.prepare ?? fixed ?? seconds(base.prepare.value),
    finish: own.finish ?? seconds(fixed === undefined ? base.finish.value : 0),
    terms: resolveWork(compileLog, path, base, own, replacedBy(own, base, compresses)),
    combine: combineOf(compileLog, path, base, own),
    restore: resolveRestore(compileLog, path, base, own, codecOf(base, own, compresses)),
    stored: resolveStored(compileLog, path, base, own),
  };
}

/** The profile of a tool, with the terms of each of its rows where the scenario gives none. */
function profileOf(
  compileLog: CompileLog,
  own: Tool,
  { rows, trust, measured, nights }: ProfiledTool,
  compresses: boolean,
): ProfilePlan {
  const { profile: file = '' } = own;
  const quiet = withoutNotes(compileLog);
  return {
    file,
    measured,
    trust,
    rows: rows.map((base) => termsOf(quiet, '', { base, own, compresses })),
    row: parameter(compileLog, `profiles.${file}.row`, {
      kind: 'sample',
      values: rows.map((_, index) => index),
    }),
    nights: Float64Array.from(nights),
  };
}

function granularityOf({ granularity }: CatalogTool): Granularity {
  switch (granularity.kind) {
    case 'block':
      return { kind: 'block', size: granularity.size.value };
    case 'chunk':
      return { kind: 'chunk', mean: granularity.mean.value, least: granularity.least.value };
    default:
      return granularity;
  }
}

function granularityWords({ granularity }: CatalogTool): string {
  switch (granularity.kind) {
    case 'block':
      return `blocks of ${format(BINARY_SIZE, granularity.size.value)}`;
    case 'chunk':
      return `chunks of ${format(BINARY_SIZE, granularity.mean.value)} on average, at least ${format(BINARY_SIZE, granularity.least.value)}`;
    default:
      return granularity.kind;
  }
}

function noteTool(
  compileLog: CompileLog,
  path: string,
  base: CatalogTool,
  own: Tool,
  compresses: boolean,
): void {
  const from = `${base.title}, version ${base.version}`;
  const note = (field: keyof Tool, shown: string, source = from) => {
    if (own[field] === undefined) noteDefault(compileLog, `${path}.${field}`, shown, source);
  };
  note('style', base.style);
  note('granularity', granularityWords(base));
  note('compression', compresses ? 'on' : 'off');
  note('hash', base.hash);
  if (compresses) note('codec', base.codec);
  note('cipher', base.cipher);
  note('cores', String(base.cores));
  note('streams', String(base.streams));
  if (base.streamWindow)
    note('stream-window', format(BINARY_SIZE, base.streamWindow.value), cite(base.streamWindow));
  else note('stream-window', 'not limiting');
  if (base.perFile) note('per-file', format(DURATION, base.perFile.value), cite(base.perFile));
  else note('per-file', '0 s');
  note('prepare', format(DURATION, base.prepare.value), cite(base.prepare));
  note('finish', format(DURATION, base.finish.value), cite(base.finish));
  note('objects', base.objects);
  if (own.stored) note('overhead', '0 %', 'stored is given');
  else note('overhead', format(FRACTION, base.overhead.value), cite(base.overhead));
  note('merges-duplicates', base.mergesDuplicates ? 'yes' : 'no');
  note('path', 'pipelined', 'data streams through');
}
