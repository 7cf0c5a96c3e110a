import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStretch, window } from '../../src/scenario/window.ts';

const read = (written: unknown) => window({ description: '' }).safeParse(written).data;
const hour = (hours: number) => hours * 3600;

describe('windows', () => {
  it.each([
    ['01:00-06:00', { opens: hour(1), lasts: hour(5) }],
    ['22:00-06:00', { opens: hour(22), lasts: hour(8) }],
    ['22:00 to 6:00', { opens: hour(22), lasts: hour(8) }],
    ['18:00-24:00', { opens: hour(18), lasts: hour(6) }],
    ['18:00-00:00', { opens: hour(18), lasts: hour(6) }],
    ['00:00-24:00', { opens: 0, lasts: hour(24) }],
    ['all day', { opens: 0, lasts: hour(24) }],
  ])('%s opens on every day', (written, opening) => {
    expect(read(written)).toEqual({ days: Array(7).fill(opening), closed: [] });
  });

  it('take a weekday before its kind, and that before daily', () => {
    const [long, short, none] = ['20:00-06:00', '01:00-02:00', 'none'];
    const days = read({ daily: short, weekdays: long, weekends: none, friday: none })?.days;
    const [at20, at1] = [
      { opens: hour(20), lasts: hour(10) },
      { opens: hour(1), lasts: hour(1) },
    ];
    expect(days).toEqual([at20, at20, at20, at20, null, null, null]);
    expect(read({ daily: short, monday: long })?.days).toEqual([at20, ...Array(6).fill(at1)]);
    expect(read({ sunday: short })?.days).toEqual([...Array(6).fill(null), at1]);
  });

  it('open and shut at the times that are written', () => {
    const clock = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }));
    const text = ([h, m]: readonly number[]) => `${h}:${String(m).padStart(2, '0')}`;
    const seconds = ([h = 0, m = 0]: readonly number[]) => hour(h) + m * 60;
    fc.assert(
      fc.property(clock, clock, (from, to) => {
        const opening = readStretch(`${text(from)}-${text(to)}`);
        expect(opening === undefined).toBe(seconds(from) === seconds(to));
        if (opening === undefined) return;
        expect(opening.opens).toBe(seconds(from));
        expect((opening.opens + opening.lasts) % hour(24)).toBe(seconds(to));
        expect(opening.lasts).toBeGreaterThan(0);
      }),
    );
  });

  it.each(['24:00-06:00', '1-6', '01:00', '', 'noon-midnight', '01:00-06:00-08:00'])(
    '%j is none',
    (written) => {
      expect(read(written)).toBeUndefined();
      expect(readStretch(written)).toBeUndefined();
    },
  );
});
