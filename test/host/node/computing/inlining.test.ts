import { cachedDataVersionTag } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { inliningMore } from '../../../../src/host/node/computing/inlining.ts';

// What V8 itself makes of all its flags: code that was kept with one tag is refused with another.
describe('inliningMore', () => {
  const usual = cachedDataVersionTag();

  it('sets a flag of V8 while it works, and puts it back', async () => {
    expect(await inliningMore(async () => cachedDataVersionTag())).not.toBe(usual);
    expect(cachedDataVersionTag()).toBe(usual);
  });

  it('puts it back where the work fails', async () => {
    const failing = inliningMore(async () => {
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(cachedDataVersionTag()).toBe(usual);
  });
});
