import { describe, expect, it } from 'vitest';
import { LICENSED_PACKAGES, noticesOf } from '../../../src/report/formats/libraries.ts';
import { librariesOnDisk, packageOf } from '../libraries-on-disk.ts';

/** Of types or of the command lines that some packages have besides; none of it is in the files. */
const NOT_BUNDLED = [
  '@types/estree',
  '@types/geojson',
  'vega-typings',
  'commander',
  'iconv-lite',
  'safer-buffer',
  'rw',
];

function dependenciesOf(name: string, found: Set<string>): Set<string> {
  if (found.has(name) || NOT_BUNDLED.includes(name)) return found;
  found.add(name);
  for (const next of Object.keys(packageOf(name).dependencies ?? {})) dependenciesOf(next, found);
  return found;
}

describe('the licences of the page', () => {
  it('are those of the libraries and of all that is inside them', () => {
    const needed = dependenciesOf(
      'vega-interpreter',
      dependenciesOf('vega', new Set(['vega-lite'])),
    );
    expect([...LICENSED_PACKAGES].sort()).toEqual([...needed].sort());
  });

  it('are each shown once, below the packages that they cover', () => {
    const { notices } = librariesOnDisk();
    for (const name of LICENSED_PACKAGES) {
      expect(notices).toContain(`${name} ${packageOf(name).version}`);
    }
    expect(notices).toContain('University of Washington Interactive Data Lab');
    expect(notices).toContain('Mike Bostock');
    const two = noticesOf([
      { name: 'a', version: '1.0.0', licence: 'same\n' },
      { name: 'b', version: '2.0.0', licence: 'same' },
    ]);
    expect(two).toBe('a 1.0.0, b 2.0.0\n\nsame\n');
  });
});
