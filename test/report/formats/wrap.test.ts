import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../src/report/formats/text-width.ts';
import { wrap } from '../../../src/report/formats/wrap.ts';

describe('wrap', () => {
  it('makes no line wider than asked and loses no character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 4, max: 40 }),
        (text, width) => {
          const lines = wrap(text, width);
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });

  it.each([
    ['workloads.ledger.compressibility', 20, ['workloads.ledger.', 'compressibility']],
    ['tools.rsync.stream-window', 24, ['tools.rsync.stream-', 'window']],
    ['overlapping+oldest', 14, ['overlapping+', 'oldest']],
    ['a compressibility', 8, ['a', 'compress', 'ibility']],
    ['a.compressibility', 8, ['a.compre', 'ssibilit', 'y']],
  ])('breaks %s within %d where it shows least', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it('counts wide characters twice', () => {
    expect(wrap('漢字の名前', 4)).toEqual(['漢字', 'の名', '前']);
  });
});
