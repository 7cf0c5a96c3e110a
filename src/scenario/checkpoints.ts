import { CHECKPOINT_NAMES } from '../catalog/checkpoint-kinds.ts';
import { COUNT, DURATION, FRACTION, SIZE } from '../units/dimensions.ts';
import { fields, oneOf, quantity } from './language/declare.ts';

/** Model checkpoints that make up a workload and determine its size. */
export const checkpoints = fields(
  {
    parameters: quantity(
      COUNT,
      { above: true },
      { description: 'parameters of the model', example: '405 billion' },
    ),
    kind: oneOf(CHECKPOINT_NAMES, {
      description: 'what is saved of it; it gives the bytes of a parameter',
      default: 'resumable',
    }).optional(),
    'bytes-per-parameter': quantity(
      SIZE,
      { above: true },
      {
        description: 'bytes of a checkpoint by parameters of the model',
        default: 'those of the kind',
        example: '13 B',
      },
    ).optional(),
    'keep-last': quantity(
      COUNT,
      { min: 1, whole: true },
      { description: 'how many of them stand there', default: '1', example: 20 },
    ).optional(),
    changed: quantity(
      FRACTION,
      { max: 1 },
      {
        description:
          'share of the elements that differ from one checkpoint to the next, scattered evenly; for a single one that is written over',
        default: 'the change of the workload or its class',
        example: '1 %',
      },
    ).optional(),
    every: quantity(
      DURATION,
      { above: true },
      {
        description: 'time from one checkpoint to the next, for changed',
        default: 'from backup to backup',
        example: '7.2 min',
      },
    ).optional(),
  },
  {
    description: 'checkpoints of a model, in place of a size',
    default: 'none',
    example: { parameters: '405 billion', kind: 'resumable' },
  },
);
