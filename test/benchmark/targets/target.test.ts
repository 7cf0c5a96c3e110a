import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemsFound } from '../../../src/problem.ts';
import { available } from '../../support/programs/require.ts';
import { sharedS3 } from '../../support/servers/shared-s3.ts';
import {
  type Ground,
  localGround,
  s3Ground,
  secretsOf,
  sshGround,
  type Workplace,
  workplace,
} from '../../support/servers/target-grounds.ts';

const done = { ok: true, value: undefined };

/** What a problem says that a call ends with. */
const problemOf = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemsFound);
  return (error as ProblemsFound).message;
};

/** What holds for targets of every kind. */
function holds(groundOf: (run: string) => Ground, place: () => Workplace): void {
  const use = (run: string, name = 'disk') => place().use(groundOf('').declared, { run, name });

  it('makes and marks a place of its own, and takes away that alone', async () => {
    const ground = groundOf('a');
    await ground.put('backcast-a-diskette/theirs', 'foreign');
    await ground.put('theirs', 'foreign');
    const target = await use('a');
    await target.open('new');
    expect(await ground.list()).toContain('backcast-a-disk/mark-a');
    expect(await target.makeSeries('s1')).toEqual(done);
    await ground.put('backcast-a-disk/series/s1/data', '12345');
    expect(await target.close()).toEqual(done);
    expect(await ground.list()).toEqual(['backcast-a-diskette/theirs', 'theirs']);
  });

  it('counts what lies in a series, and removes that series alone', async () => {
    const ground = groundOf('b');
    const target = await use('b');
    await target.open('new');
    for (const series of ['s1', 's2', 's10']) {
      await target.makeSeries(series);
      await ground.put(`backcast-b-disk/series/${series}/x`, '12345');
      await ground.put(`backcast-b-disk/series/${series}/in/y z`, '1');
    }
    expect(await target.stored('s1')).toEqual({ ok: true, value: { bytes: 6, files: 2 } });
    expect(await target.removeSeries('s1')).toEqual(done);
    const left = (await ground.list()).filter((path) => path.startsWith('backcast-b-disk/series'));
    expect(left.map((path) => path.split('/')[2])).toEqual(['s10', 's10', 's2', 's2']);
    expect(await target.close()).toEqual(done);
  });

  it('goes on in the place that it has made before, and in no other', async () => {
    await (await use('c')).open('new');
    const again = await use('c');
    expect(await problemOf(again.open('new'))).toContain('backcast-c-disk is there already');
    await again.open('again');
    expect(await again.close()).toEqual(done);
    expect(await problemOf((await use('c')).open('again'))).toContain('does not bear the mark');
  });

  it('refuses a place that bears the mark of another run, or none, and deletes nothing in it', async () => {
    const ground = groundOf('d');
    await ground.put('backcast-d-disk/mark-e', '');
    await ground.put('backcast-d-disk/series/s1/theirs', 'foreign');
    const before = await ground.list();
    const target = await use('d');
    expect(await problemOf(target.open('new'))).toContain('backcast-d-disk is there already');
    expect(await problemOf(target.open('again'))).toContain('does not bear the mark');
    for (const refused of [await target.close(), await target.removeSeries('s1')]) {
      expect(refused).toMatchObject({ ok: false, code: 'unmarked' });
    }
    expect(await ground.list()).toEqual(before);
  });

  it('says how much room there is, where it can be told', async () => {
    const target = await use('f');
    await target.open('new');
    const free = await target.free();
    if (target.kind === 's3') expect(free).toEqual({ ok: true, value: null });
    else expect(free.ok && free.value).toBeGreaterThan(1e6);
    await target.close();
  });

  it('takes no name that leads out of its place', async () => {
    const target = await use('g');
    for (const series of ['..', '../s', 'a/b', '', '-rf', 'a b', '$(x)']) {
      expect(() => target.repositoryFor(series)).toThrow('is no plain name');
    }
    await expect(use('../h')).rejects.toThrow('is no plain name');
  });
}

describe('a local target', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await workplace();
  });
  afterAll(() => place.end());
  holds(
    (run) => localGround(place, run),
    () => place,
  );
});

describe.skipIf(!available('sshd', 'targets on a host'))('a target on a host', () => {
  let place: Workplace;
  let ground: Ground;
  beforeAll(async () => {
    place = await workplace();
    ground = await sshGround();
  });
  afterAll(async () => {
    await ground?.end();
    place.end();
  });
  holds(
    () => ground,
    () => place,
  );
});

describe.skipIf(!available('ceph', 'targets in a bucket'))('a target in a bucket', () => {
  let place: Workplace;
  let ground: Ground;
  beforeAll(async () => {
    place = await workplace(secretsOf(await sharedS3()));
    ground = await s3Ground();
  });
  afterAll(async () => {
    await ground?.end();
    place.end();
  });
  holds(
    () => ground,
    () => place,
  );
});
