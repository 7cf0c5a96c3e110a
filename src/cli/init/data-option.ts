import type { Data } from './draft.ts';

/**
 * Reads data as a person says them: a name, a size, and in any order a growth and a class.
 *
 * @example
 * readData('images=60 TB, 25 %/year, medical-images')
 * // { name: 'images', size: '60 TB', growth: '25 %/year', kind: 'medical-images' }
 */
export function readData(text: string): Data | undefined {
  const [, name = '', said = ''] = /^([^=]+)=([\s\S]+)$/.exec(text) ?? [];
  const [size = '', ...rest] = said.split(',').map((part) => part.trim());
  if (name.trim() === '' || size === '' || rest.length > 2) return undefined;
  const growth = rest.find((part) => part.includes('/'));
  const kind = rest.find((part) => part !== growth);
  return {
    name: name.trim(),
    size,
    ...(growth !== undefined && { growth }),
    ...(kind !== undefined && { kind }),
  };
}

/**
 * Reads a promise: for all, or of one workload.
 *
 * @example readPromise('databases=8 h') // ['databases', '8 h']
 */
export function readPromise(text: string): readonly [workload: string, limit: string] {
  const at = text.lastIndexOf('=');
  return at < 0 ? ['', text.trim()] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
