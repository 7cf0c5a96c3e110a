type Raw = Readonly<Record<string, unknown>>;
type Report = (steps: readonly PropertyKey[], message: string, hint: string) => void;

/** Fields that exclude others because both determine the same quantity. */
const EXCLUDES: Readonly<Record<string, readonly string[]>> = {
  checkpoints: ['size'],
  'checkpoints.changed': ['change'],
  vectors: ['size', 'checkpoints'],
  tokens: ['growth'],
  'tokens.held': ['size', 'change', 'checkpoints', 'vectors'],
};

/** What states a size, beside `size` itself. */
const STATED = ['checkpoints', 'vectors', 'tokens.held', 'change.series'];
/** What a size can be derived from. */
const DERIVED = ['checkpoints', 'vectors', 'tokens'];

/**
 * Checks that a workload determines its size, and determines size, growth and change only once.
 * Works on the raw value, as `references.ts` does.
 *
 * @param at steps to the workload.
 */
export function checkSize(at: readonly PropertyKey[], workload: Raw, report: Report): void {
  const isStated =
    workload.size !== undefined || STATED.some((field) => read(workload, field) !== undefined);
  if (!isStated) {
    report([...at, 'size'], 'is missing', 'write how much there is, for example 10 TB');
  }
  // Most workloads state their size alone, and there may be a hundred thousand of them.
  if (!DERIVED.some((field) => workload[field] !== undefined)) return;
  for (const [field, others] of Object.entries(EXCLUDES)) {
    if (read(workload, field) === undefined) continue;
    for (const other of others.filter((name) => workload[name] !== undefined)) {
      report([...at, ...field.split('.')], `stands beside ${other}`, `give either, not both`);
    }
  }
  const several = Number(read(workload, 'checkpoints.keep-last') ?? 1) > 1;
  if (several && read(workload, 'checkpoints.changed') !== undefined) {
    report(
      [...at, 'checkpoints', 'changed'],
      'stands beside keep-last: each checkpoint is a file of its own',
      'leave one of them out, or say under change what differs of all of them',
    );
  }
  if (
    read(workload, 'checkpoints.every') !== undefined &&
    read(workload, 'checkpoints.changed') === undefined
  ) {
    report([...at, 'checkpoints', 'every'], 'says nothing without changed', 'give changed as well');
  }
}

/** The value of a field, or of a field inside a mapping. */
function read(workload: Raw, field: string): unknown {
  const [outer = '', inner] = field.split('.');
  const value = workload[outer];
  if (inner === undefined) return value;
  return typeof value === 'object' && value !== null ? (value as Raw)[inner] : undefined;
}
