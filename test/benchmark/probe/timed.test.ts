import { describe, expect, it } from 'vitest';
import { timed } from '../../../src/benchmark/probe/timed.ts';

/** A clock that goes on by what operations take, which here come one after the other. */
function setClock() {
  let now = 0;
  const take =
    (seconds: number, ok = true) =>
    async () => {
      now += seconds;
      return ok ? ({ ok, value: now } as const) : ({ ok, code: 'x', reason: 'broken' } as const);
    };
  return { clock: { elapsed: () => now }, take };
}

describe('operations that are timed', () => {
  it('begin until the time is over', async () => {
    const { clock, take } = setClock();
    const done = await timed(clock, { atOnce: 1, least: 1, most: 100, time: 10 }, take(4));
    // Begun at 0, 4 and 8 s.
    expect(done).toEqual({ each: [4, 4, 4], seconds: 12, last: { ok: true, value: 12 } });
  });

  it('are at least so many, however long they take', async () => {
    const { clock, take } = setClock();
    const done = await timed(clock, { atOnce: 1, least: 3, most: 100, time: 1 }, take(4));
    expect(done.each).toEqual([4, 4, 4]);
  });

  it('are at most so many, however short they are', async () => {
    const { clock, take } = setClock();
    const done = await timed(clock, { atOnce: 4, least: 4, most: 6, time: 1000 }, take(1));
    expect(done.each).toHaveLength(6);
  });

  it('end with the first that fails', async () => {
    const { clock, take } = setClock();
    const done = await timed(clock, { atOnce: 1, least: 5, most: 5, time: 10 }, (index) =>
      take(1, index < 1)(),
    );
    expect(done.each).toHaveLength(2);
    expect(done.last).toMatchObject({ ok: false, reason: 'broken' });
  });

  it('go on so many at once', async () => {
    let [running, most] = [0, 0];
    const go: (() => void)[] = [];
    const act = async () => {
      most = Math.max(most, ++running);
      if (running === 4) for (const next of go.splice(0)) next();
      else await new Promise<void>((resolve) => go.push(resolve));
      running--;
      return { ok: true, value: undefined } as const;
    };
    await timed({ elapsed: () => 0 }, { atOnce: 4, least: 4, most: 4, time: 1 }, act);
    expect(most).toBe(4);
  });
});
