import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { keepFirst, keepLast } from '../../../src/host/node/output.ts';

async function kept(keep: typeof keepFirst, limit: number, pieces: readonly string[]) {
  const stream = Readable.from(pieces.map((piece) => Buffer.from(piece)));
  const text = keep(stream, limit);
  await finished(stream);
  return text.text();
}

describe('what is kept of output', () => {
  it('is all that fits, to its last line break', async () => {
    expect(await kept(keepFirst, 6, ['ab\n', 'cd\n'])).toBe('ab\ncd\n');
  });

  it.each([[['ab\ncd\nef\n']], [['ab\ncd\n', 'ef\n']], [['ab\nc', 'd\ne', 'f\n']]])(
    'is the beginning, which does not look whole where it is not: %j',
    async (pieces) => {
      expect(await kept(keepFirst, 6, pieces)).toBe('ab\ncd');
    },
  );

  it('is the end', async () => {
    expect(await kept(keepLast, 3, ['abcd', 'ef'])).toBe('def');
  });
});
