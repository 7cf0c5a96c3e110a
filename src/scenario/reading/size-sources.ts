/** Where a workload's size, growth and change come from, and which of them exclude each other. */
type Raw = Readonly<Record<string, unknown>>;
type Report = (steps: readonly PropertyKey[], message: string, hint: string) => void;

/** Fields that say the same as others, by the field. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  checkpoints: ['size'],
  'checkpoints.changed': ['change'],
  vectors: ['size', 'checkpoints'],
  tokens: ['growth'],
  'tokens.held': ['size', 'change', 'checkpoints', 'vectors'],
};

/**
 * Checks that a workload says how large it is, and says nothing twice. Works on the plain value, as
 * `references.ts` does.
 *
 * @param at the steps to the workload.
 */
export function checkSize(at: readonly PropertyKey[], workload: Raw, report: Report): void {
  const stated = ['size', 'checkpoints', 'vectors', 'tokens.held', 'change.series'];
  if (!stated.some((field) => read(workload, field) !== undefined)) {
    report([...at, 'size'], 'is missing', 'write how much there is, for example 10 TB');
  }
  for (const [field, others] of Object.entries(SAYS)) {
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
