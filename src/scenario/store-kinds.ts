import { z } from 'zod';
import { CATALOG_NAMES } from '../catalog/names.ts';
import { COUNT, DURATION, SIZE } from '../units/dimensions.ts';
import { fields, oneOf, quantity, text } from './language/declare.ts';

/** Fields of a store that apply to tape libraries only. */
export const libraryFields = {
  slots: quantity(
    COUNT,
    { min: 1, max: 1_000_000, whole: true },
    {
      description: 'slots of a tape library, those for cleaning cartridges included',
      default: 'that of the profile',
      example: 700,
    },
  ).optional(),
  sets: oneOf(['append', 'new'], {
    description: 'whether a job goes on where the last cartridge ends, or begins a new one',
    default: 'append',
  }).optional(),
  multiplex: quantity(
    COUNT,
    { min: 1, max: 64, whole: true },
    {
      description: 'streams that are interleaved on a tape; a restore reads them all',
      default: '1',
      example: 4,
    },
  ).optional(),
};

const transition = fields(
  {
    after: quantity(
      DURATION,
      { min: 0 },
      {
        description: 'age at which objects are moved; 0 d: as soon as they are there',
        example: '30 d',
      },
    ),
    to: text({
      description: 'a storage class of the catalog',
      names: CATALOG_NAMES.cloud,
      example: 'cloud/aws-s3-deep-archive',
    }),
    smallest: quantity(
      SIZE,
      { min: 0 },
      {
        description:
          'objects below this size stay where they are; 0 B moves all, as on S3 the setting varies_by_storage_class does into archives',
        default: 'that of the provider: 128 KiB on S3',
        example: '0 B',
      },
    ).optional(),
  },
  { description: 'a rule that moves objects of an age to another class' },
);

/** Fields of a store that apply to object stores only. */
export const objectFields = {
  region: text({
    description: 'whose list prices are taken, where the catalog has those of several regions',
    default: 'the one that the class is listed with',
    example: 'us-east-1',
  }).optional(),
  'object-size': quantity(
    SIZE,
    { above: true },
    {
      description:
        'size of the objects (packs, archives) that are written; a tool with objects: files writes each file as one',
      default: '64 MiB',
      example: '1 GiB',
    },
  ).optional(),
  'part-size': quantity(
    SIZE,
    { above: true },
    {
      description: 'size of the parts in which larger objects are uploaded',
      default: '16 MiB',
      example: '64 MiB',
    },
  ).optional(),
  prefixes: quantity(
    COUNT,
    { min: 1, whole: true },
    { description: 'prefixes over which requests are spread', default: '1', example: 16 },
  ).optional(),
  retrieval: text({
    description: 'the way in which archived objects are asked for',
    default: 'the usual one of the class',
    example: 'bulk',
  }).optional(),
  'thawed-for': quantity(
    DURATION,
    { above: true },
    {
      description: 'how long the copy of an archived object is kept that is made to read it',
      default: '1 d',
      example: '7 d',
    },
  ).optional(),
  lifecycle: z
    .array(transition)
    .min(1)
    .max(20)
    .optional()
    .meta({
      description: 'rules that move objects to other classes as they age',
      default: 'none',
      form: 'a list',
      example: [{ after: '30 d', to: 'cloud/aws-s3-deep-archive' }],
    }),
};
