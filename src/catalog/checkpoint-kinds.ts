import { type Origin, type Sourced, sourced } from './sourced.ts';

/** Values of `checkpoints.kind`, in display order. */
export const CHECKPOINT_NAMES = [
  'weights-only',
  'resumable',
  'bf16-adam',
  'bf16-adam-master',
  'zero1',
  'fp8',
  'int8',
  'int4',
] as const;
/** A value of `checkpoints.kind`. */
export type CheckpointName = (typeof CHECKPOINT_NAMES)[number];

/**
 * A kind of checkpoint: what is saved of a model, and its size.
 *
 * @property bytesPerParameter bytes of the checkpoint ÷ parameters of the model.
 * @property element bytes of one element, the unit that changes independently.
 */
export interface CheckpointKind {
  readonly name: CheckpointName;
  readonly title: string;
  readonly bytesPerParameter: Sourced;
  readonly element: Sourced;
  readonly resumable: boolean;
}

const BLOOM: Origin = {
  source: 'bigscience tr11-176B-ml README',
  date: '2022',
  grade: 'published',
};
const NVCOMP: Origin = {
  source: 'NVIDIA developer blog, Cut Checkpoint Costs with nvCOMP',
  date: '2026-04',
  grade: 'published',
};
const MLPERF: Origin = {
  source: 'MLPerf Storage v2 submission guidelines, table 2',
  date: '2025',
  grade: 'derived',
};
const FORMAT: Origin = { source: 'width of the number format', date: '2026-11', grade: 'derived' };

const bits = (width: number): Sourced => sourced(width / 8, 'B', FORMAT);

/** Every kind of checkpoint, in display order. */
export const CHECKPOINT_KINDS: readonly CheckpointKind[] = [
  {
    name: 'weights-only',
    title: 'Weights in bf16 or fp16',
    bytesPerParameter: sourced(2, 'B', BLOOM, '176 B parameters: 329 GB on disk'),
    element: bits(16),
    resumable: false,
  },
  {
    name: 'resumable',
    title: 'All that is needed to go on training',
    bytesPerParameter: sourced(
      5.29e12 / 405e9,
      'B',
      MLPERF,
      '5.29 TB by 405 B parameters; 13.1 with 8 B and 12.9 with 70 B parameters',
    ),
    element: bits(16),
    resumable: true,
  },
  {
    name: 'bf16-adam',
    title: 'bf16 weights and gradients, fp32 Adam, no fp32 weights',
    bytesPerParameter: sourced(12, 'B', NVCOMP, '70 B parameters: 130 + 521 + 130 GiB'),
    element: bits(16),
    resumable: true,
  },
  {
    name: 'bf16-adam-master',
    title: 'bf16 weights, fp32 weights and fp32 Adam',
    bytesPerParameter: sourced(14, 'B', BLOOM, '2 + 4 + 8 B; 176 B parameters: 2.3 TB on disk'),
    element: bits(16),
    resumable: true,
  },
  {
    name: 'zero1',
    title: 'State of a run over a thousand ranks (ZeRO stage 1)',
    bytesPerParameter: sourced(
      15.3,
      'B',
      MLPERF,
      '18 TB by the 1.18 T parameters of the configuration called 1T',
    ),
    element: bits(16),
    resumable: true,
  },
  {
    name: 'fp8',
    title: 'Weights in fp8',
    bytesPerParameter: bits(8),
    element: bits(8),
    resumable: false,
  },
  {
    name: 'int8',
    title: 'Weights in int8',
    bytesPerParameter: bits(8),
    element: bits(8),
    resumable: false,
  },
  {
    name: 'int4',
    title: 'Weights in int4',
    bytesPerParameter: bits(4),
    element: bits(4),
    resumable: false,
  },
];

/** The kind of checkpoint of that name. */
export const checkpointKind = (name: CheckpointName): CheckpointKind =>
  CHECKPOINT_KINDS.find((each) => each.name === name) as CheckpointKind;
