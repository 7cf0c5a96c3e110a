import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCheckpoint } from '../../../src/benchmark/datasets/make-checkpoint.ts';
import type { CheckpointRecipe } from '../../../src/benchmark/datasets/recipe.ts';
import { truthOf } from '../../../src/benchmark/datasets/truth.ts';
import { make, withSite } from '../../support/trees/made-tree.ts';
import { treeFacts } from '../../support/trees/tree-facts.ts';

const small: CheckpointRecipe = {
  kind: 'checkpoint',
  shards: 2,
  shard: 2 ** 18,
  type: 'bf16',
  changed: 0.01,
};
const WIDTH = { BF16: 2, F32: 4 };

interface Header {
  readonly [name: string]: {
    readonly dtype: keyof typeof WIDTH;
    readonly shape: readonly number[];
    readonly data_offsets: readonly [number, number];
  };
}

/** Reads a file by the rules of the format, as they are written in its README. */
function parse(file: Buffer) {
  const length = Number(file.readBigUInt64LE(0));
  expect(length).toBeLessThan(100_000_000);
  const text = file.subarray(8, 8 + length).toString('utf8');
  expect(text[0]).toBe('{');
  expect(text.trimEnd()).toBe(text.replace(/ +$/, ''));
  expect((8 + length) % 8).toBe(0);
  const { __metadata__: _, ...tensors } = JSON.parse(text) as Header;
  const data = file.subarray(8 + length);
  let end = 0;
  for (const { dtype, shape, data_offsets } of Object.values(tensors)) {
    expect(data_offsets[0]).toBe(end);
    end = data_offsets[1];
    const count = shape.reduce((product, one) => product * one, 1);
    expect(end - data_offsets[0]).toBe(count * WIDTH[dtype]);
  }
  expect(end).toBe(data.length);
  return { tensors, data };
}

const shardFiles = (at: string): readonly string[] =>
  readdirSync(at).filter((name) => name.endsWith('.safetensors'));

const elementsOf = (data: Buffer, width: number): readonly number[] =>
  Array.from({ length: data.length / width }, (_, index) => data.readUIntLE(index * width, width));

const sizes = fc.integer({ min: 512, max: 2 ** 16 }).map((units) => units * 8);
const recipes: fc.Arbitrary<CheckpointRecipe> = fc.record({
  kind: fc.constant('checkpoint'),
  shards: fc.integer({ min: 1, max: 3 }),
  shard: sizes,
  type: fc.constantFrom('bf16', 'f32'),
  changed: fc.constantFrom(0, 1e-4, 0.01, 0.5, 1),
});

describe('made checkpoints', () => {
  it('are safetensors files as large as asked for, with an index', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, (recipe) =>
        withSite(async (site) => {
          const truth = await make(site, recipe, 3, 0);
          const index = JSON.parse(
            readFileSync(join(site.at, 'model.safetensors.index.json'), 'utf8'),
          );
          let total = 0;
          for (const name of shardFiles(site.at)) {
            const file = readFileSync(join(site.at, name));
            expect(file.length).toBe(recipe.shard);
            const { tensors, data } = parse(file);
            total += data.length;
            for (const tensor of Object.keys(tensors)) expect(index.weight_map[tensor]).toBe(name);
          }
          expect(index.metadata.total_size).toBe(total);
          const files = readdirSync(site.at).map((name) => statSync(join(site.at, name)).size);
          expect(truth.files).toBe(files.length);
          expect(truth.bytes).toBe(files.reduce((sum, size) => sum + size, 0));
        }),
      ),
      { numRuns: 30 },
    );
  });

  it('of many sizes around whole matrices have room for their header', () => {
    for (const width of [2, 4]) {
      for (let beside = -2048; beside <= 4096; beside += 8) {
        const shard = width * 4096 * 1024 * 3 + beside;
        const recipe = { ...small, shards: 1, shard, type: width === 2 ? 'bf16' : 'f32' } as const;
        expect(truthOf(recipe, 1, 0).files).toBe(2);
      }
    }
  });

  it('change in exactly the share of elements, each of which differs', async () => {
    await fc.assert(
      fc.asyncProperty(recipes, fc.integer({ min: 0, max: 2 ** 31 }), (recipe, seed) =>
        withSite(async (site) => {
          const width = recipe.type === 'bf16' ? 2 : 4;
          await make(site, recipe, seed, 0);
          const read = () =>
            shardFiles(site.at).map((name) => {
              const { data } = parse(readFileSync(join(site.at, name)));
              return elementsOf(data, width);
            });
          let before = read();
          for (let generation = 1; generation <= 3; generation++) {
            const truth = await make(site, recipe, seed, generation);
            const after = read();
            let written = 0;
            for (const [shard, elements] of after.entries()) {
              const differing = elements.filter((element, at) => element !== before[shard]?.[at]);
              expect(differing.length).toBe(Math.round(recipe.changed * elements.length));
              written += differing.length * width;
            }
            const changed = Math.round(recipe.changed * (after[0]?.length ?? 0)) > 0;
            expect(truth).toMatchObject({ written, changed: changed ? recipe.shards : 0 });
            before = after;
          }
        }),
      ),
      { numRuns: 15 },
    );
  });

  it('become the same where making them was broken off in the middle', async () => {
    await withSite(async (site) => {
      await make(site, small, 9, 2, 0);
      const whole = treeFacts(site.at);
      await make(site, small, 9, 1, 0);
      for (const stop of [2, 1]) {
        let step = 0;
        for (const made of makeCheckpoint(site, small, 9, 2)) {
          expect(made.ok).toBe(true);
          if (++step === stop) break;
        }
      }
      await make(site, small, 9, 2);
      expect(treeFacts(site.at)).toEqual(whole);
    });
  });

  it('are those they always were', async () => {
    const digests = { bf16: '', f32: '' };
    for (const type of ['bf16', 'f32'] as const) {
      await withSite(async (site) => {
        await make(site, { ...small, type }, 7, 3, 0);
        const digest = createHash('sha256');
        for (const name of readdirSync(site.at).sort())
          digest.update(readFileSync(join(site.at, name)));
        digests[type] = digest.digest('hex');
      });
    }
    expect(digests).toEqual({
      bf16: '9b1826e5eb346249be5a8c0549b4ed002d0296a87669b3014eb012b652d7579b',
      f32: '6e3e046a0661100e7985ffcfabb39511ba390499ebaa4ef5e97e9c349a3a853f',
    });
  });

  it('hold bf16 numbers as models do: normal, deviation 0.02, and zlib takes a fifth away', async () => {
    await withSite(async (site) => {
      const recipe = { ...small, shards: 1, shard: 2 ** 21 };
      await make(site, recipe, 5, 2, 0);
      const [name = ''] = shardFiles(site.at);
      const { data } = parse(readFileSync(join(site.at, name)));
      const word = Buffer.alloc(4);
      const values = elementsOf(data, 2).map((bits) => {
        word.writeUInt16LE(bits, 2);
        return word.readFloatLE();
      });
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
      expect(Math.abs(mean)).toBeLessThan(1e-4);
      expect(Math.sqrt(square)).toBeCloseTo(0.02, 3);
      let after = 0;
      for (let from = 0; from < data.length; from += 65536) {
        after += deflateSync(data.subarray(from, from + 65536), { level: 6 }).length;
      }
      expect(data.length / after).toBeCloseTo(1.25, 1);
    });
  });
});
