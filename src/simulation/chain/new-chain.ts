import { newArena } from '../arena.ts';
import type { Chain } from './chain.ts';
import { DIALECTS } from './dialects.ts';
import { emptyRows, SPACE } from './rows.ts';
import { newWindows } from './windows.ts';

/** The properties of a chain that never change. */
export type ChainOptions = Pick<
  Chain,
  'rules' | 'sizes' | 'gfs' | 'style' | 'merges' | 'clones' | 'history' | 'shelf' | 'segments'
>;

/** Initial capacity for archived fulls. */
const ARCHIVE_SPACE = 8;

/**
 * The style names as constants of this module. The strings of a plan that was sent to a worker
 * thread are copies; comparing those with literals goes character by character instead of by
 * reference.
 */
const STYLES: { readonly [style in Chain['style']]: style } = {
  forward: 'forward',
  reverse: 'reverse',
  copy: 'copy',
  replica: 'replica',
  dedup: 'dedup',
};

/**
 * A chain without points. It is written out field by field: a spread gives an object that the inner
 * loop reads slowly.
 *
 * @param space initial capacity in rows.
 */
export const emptyChain = (
  { rules, sizes, gfs, style, merges, clones, history, shelf, segments }: ChainOptions,
  arena = newArena(),
  space = SPACE,
): Chain => ({
  rules,
  sizes,
  gfs,
  style: STYLES[style],
  merges,
  clones,
  rows: emptyRows(space, arena),
  archiveFulls: emptyRows(Math.min(space, ARCHIVE_SPACE), arena),
  work: arena.work,
  removable: 0,
  fulls: 0,
  windows:
    (style === 'dedup' || style === 'forward') && DIALECTS[rules.dialect].slides(rules)
      ? newWindows(rules)
      : null,
  seen: 0,
  serial: 0,
  stored: 0,
  peak: 0,
  written: 0,
  deleted: 0,
  moved: 0,
  history,
  now: 0,
  shelf,
  segments,
});
