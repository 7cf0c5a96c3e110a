import { COUNT, DURATION, FRACTION, SIZE } from '../units/dimensions.ts';
import { fields, quantity } from './language/declare.ts';

/** Vectors that make up a workload and determine its size. */
export const vectors = fields(
  {
    count: quantity(
      COUNT,
      { above: true },
      { description: 'number of vectors', example: '1 billion' },
    ),
    dimensions: quantity(
      COUNT,
      { above: true },
      { description: 'numbers of a vector', example: 1536 },
    ),
    number: quantity(
      SIZE,
      { above: true },
      { description: 'bytes of a number', default: '4 B (fp32)', example: '2 B' },
    ).optional(),
    hnsw: quantity(
      COUNT,
      {},
      {
        description: 'neighbours of a vector in the graph of the index (M)',
        default: '0: no graph',
        example: 32,
      },
    ).optional(),
    neighbour: quantity(
      SIZE,
      { above: true },
      {
        description: 'bytes of a neighbour; 8 B where the lowest layer holds twice as many',
        default: '4 B',
        example: '8 B',
      },
    ).optional(),
    metadata: quantity(
      FRACTION,
      {},
      {
        description: 'identifiers and attributes, as a share of vectors and graph',
        default: 'none',
        example: '10 %',
      },
    ).optional(),
  },
  {
    description: 'vectors and their index, in place of a size',
    default: 'none',
    example: { count: '1 billion', dimensions: 1536, hnsw: 32, metadata: '10 %' },
  },
);

/** Tokens logged each day: appended for good, or deleted after `held`. */
export const tokens = fields(
  {
    'per-day': quantity(
      COUNT,
      { above: true },
      { description: 'tokens in a day', example: '776 billion' },
    ),
    bytes: quantity(
      SIZE,
      { above: true },
      { description: 'bytes of a token', default: '4 B', example: '4 B' },
    ).optional(),
    held: quantity(
      DURATION,
      { min: 86400, above: true },
      {
        description:
          'how long they stay there: the size follows, as much goes as comes; without it they are appended to the size',
        default: 'for good',
        example: '180 d',
      },
    ).optional(),
  },
  {
    description: 'text that is logged, in place of growth, and of size and change where it is held',
    default: 'none',
    example: { 'per-day': '776 billion', held: '180 d' },
  },
);
