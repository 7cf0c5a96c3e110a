import { checkpointKind } from '../../catalog/checkpoint-kinds.ts';
import { elementsChanged } from '../../model/sparse-change.ts';
import { tokenBytes, vectorIndexSize } from '../../model/vector-index.ts';
import type { Change } from '../../scenario/change.ts';
import type { Workload } from '../../scenario/scenario.ts';
import { format } from '../../units/dimension.ts';
import { SIZE } from '../../units/dimensions.ts';
import { type CompileLog, cite, noteDefault, noteLeftOut } from './compile-log.ts';

const DAY = 86_400;
type Given<Field extends keyof Workload> = NonNullable<Workload[Field]>;
type Derived = Partial<Pick<Workload, 'class' | 'size' | 'growth' | 'change'>>;

const fixed = (value: number) => ({ kind: 'fixed', value }) as const;

/**
 * A workload with size, growth, change and class derived from its checkpoints, vectors and tokens;
 * fields that are declared take precedence.
 */
export function withSize(compileLog: CompileLog, path: string, declared: Workload): Workload {
  const { checkpoints, vectors, tokens } = declared;
  const derived: Derived = {
    ...(tokens && ofTokens(compileLog, `${path}.tokens`, tokens)),
    ...(vectors && ofVectors(compileLog, `${path}.vectors`, vectors)),
    ...(checkpoints && ofCheckpoints(compileLog, `${path}.checkpoints`, checkpoints)),
  };
  if (declared.class === undefined && derived.class !== undefined) {
    noteDefault(compileLog, `${path}.class`, derived.class, 'what its size is made of');
  }
  return { ...derived, ...declared };
}

function ofCheckpoints(
  compileLog: CompileLog,
  path: string,
  declared: Given<'checkpoints'>,
): Derived {
  const kind = checkpointKind(declared.kind ?? 'resumable');
  const each = declared['bytes-per-parameter'] ?? kind.bytesPerParameter.value;
  if (declared['bytes-per-parameter'] === undefined) {
    noteLeftOut(compileLog, path, declared, { kind: 'resumable' });
    const shown = format(SIZE, each);
    noteDefault(compileLog, `${path}.bytes-per-parameter`, shown, cite(kind.bytesPerParameter));
  }
  noteLeftOut(compileLog, path, declared, {
    'keep-last': '1',
    ...(declared.changed !== undefined && { every: 'from backup to backup' }),
  });
  return {
    class: kind.resumable ? 'model-checkpoints' : 'model-parameters',
    size: fixed(declared.parameters * each * (declared['keep-last'] ?? 1)),
    ...(declared.changed !== undefined && {
      change: changeOf(declared.changed, declared.every, Math.min(kind.element.value, each)),
    }),
  };
}

/** Change of independent elements: the share declared per save, converted to a share per day. */
function changeOf(changed: number, every: number | undefined, unit: number): Change {
  const share = every === undefined ? changed : elementsChanged(changed, DAY / every);
  return {
    kind: 'rate',
    every: every === undefined ? 'run' : 'day',
    amount: { kind: 'share', share: fixed(share) },
    skew: { kind: 'uniform' },
    unit,
  };
}

function ofVectors(compileLog: CompileLog, path: string, declared: Given<'vectors'>): Derived {
  const { count, dimensions, number, hnsw, neighbour, metadata } = declared;
  noteLeftOut(compileLog, path, declared, {
    number: '4 B',
    hnsw: '0',
    ...(hnsw !== undefined && { neighbour: '4 B' }),
    metadata: '0 %',
  });
  const size = vectorIndexSize({
    count,
    dimensions,
    number: number ?? 4,
    neighbours: hnsw ?? 0,
    neighbour: neighbour ?? 4,
    metadata: metadata ?? 0,
  });
  return { class: 'vector-index', size: fixed(size) };
}

function ofTokens(compileLog: CompileLog, path: string, declared: Given<'tokens'>): Derived {
  const { bytes, held } = declared;
  noteLeftOut(compileLog, path, declared, { bytes: '4 B', held: 'for good' });
  const perDay = tokenBytes(declared['per-day'], bytes ?? 4);
  if (held === undefined) return { growth: { kind: 'append', rate: fixed(perDay / DAY) } };
  const size = (perDay * held) / DAY;
  const after = (time: number, changed: number) => ({
    after: time,
    amount: { kind: 'bytes', bytes: fixed(changed) } as const,
  });
  // Arrivals equal deletions: the changed part grows linearly until, after `held`, all is new.
  return {
    class: 'inference-data',
    size: fixed(size),
    change: { kind: 'power law', points: [after(DAY, perDay), after(held, size)] },
  };
}
