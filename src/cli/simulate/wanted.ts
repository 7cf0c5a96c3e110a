import type { Command } from 'commander';
import { Option } from 'commander';
import { nearest } from '../../catalog/suggest.ts';
import { visible } from '../../problem.ts';
import type { Result } from '../../report/result/result.ts';
import { SECTIONS, type Section } from '../../report/tables/sections.ts';
import { refusal } from '../refusal.ts';
import type { Format, Wanted } from '../render.ts';

/** Options that say what of the answers is to be read. */
export interface WantedOptions {
  readonly details?: string | true;
  readonly full?: true;
  readonly strategy?: string;
  readonly units?: 'si' | 'iec';
}

const NAMES = Object.keys(SECTIONS) as readonly Section[];

/** Adds the options that say what of the answers is to be read. */
export const defineWanted = (command: Command): Command =>
  command
    .option(
      '--details [sections]',
      `all answers instead of one screen, or the parts that are named after it, with commas: ${NAMES.join(', ')}`,
    )
    .option('--full', 'the same as --details without parts; for Markdown, too')
    .option('--strategy <name>', 'one strategy alone')
    .addOption(
      new Option(
        '--units <units>',
        'sizes in decimal or in binary units alone (default: decimal on one screen, else both)',
      ).choices(['si', 'iec']),
    );

/**
 * What is to be read, as renderers take it.
 *
 * @throws ProblemsFound for a section that there is not, and for a format that holds everything anyway.
 */
export function wantedOf(
  { details, full, strategy, units }: WantedOptions,
  format: Format,
): Wanted {
  const given = Object.entries({ details, full, strategy, units }).find(([, value]) => value);
  if (given && format !== 'text' && format !== 'markdown') {
    throw refusal(
      `--${given[0]} is for text and Markdown, and ${format} is asked for`,
      `drop it: ${format} holds all answers`,
    );
  }
  const named = typeof details === 'string' ? details.split(',').map(sectionNamed) : [];
  return {
    ...((details || full) && { sections: named }),
    ...(strategy !== undefined && { only: strategy }),
    ...(units && { sizes: units }),
  };
}

function sectionNamed(name: string): Section {
  const found = NAMES.find((known) => known === name.trim());
  if (found) return found;
  const [likely] = nearest(name, NAMES);
  throw refusal(
    `--details ${visible(name)}: there is no such part of the answers`,
    likely ? `did you mean ${likely}?` : `write some of ${NAMES.join(', ')}, or none for all`,
  );
}

/**
 * Makes sure that there is the strategy that alone is asked for.
 *
 * @throws ProblemsFound where there is not.
 */
export function checkStrategy({ strategies }: Result, { only }: Wanted): void {
  const names = strategies.map(({ name }) => name);
  if (only === undefined || names.includes(only)) return;
  const [likely] = nearest(only, names);
  throw refusal(
    `--strategy ${visible(only)}: the scenario has no such strategy`,
    likely
      ? `did you mean ${visible(likely)}?`
      : `it has ${names.map((n) => visible(n)).join(', ')}`,
  );
}
