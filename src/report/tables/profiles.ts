import { visible } from '../../problem.ts';
import { significant } from '../../units/dimension.ts';
import type { ProfiledToolResult } from '../result/profiled.ts';
import type { Result } from '../result/result.ts';

const FIGURES: Readonly<Record<ProfiledToolResult['trust'][number]['figure'], string>> = {
  backup: 'backups',
  restore: 'restores',
  stored: 'bytes stored',
};

/**
 * What tools rest on that was measured, a sentence each, with label and error of each kind of figure.
 *
 * @example profilesInWords(result)
 * // ['restic as measured in profiles/restic.yaml: backups B (error 15 %), bytes stored A (2 %)']
 */
export const profilesInWords = ({ profiles = [] }: Result): readonly string[] =>
  profiles.map(({ tool, file, trust }) =>
    visible(`${tool} as measured in ${file}: ${trust.map(trustInWords).join(', ')}`, 2000),
  );

const trustInWords = ({ figure, label, error }: ProfiledToolResult['trust'][number]): string =>
  `${FIGURES[figure]} ${label} (${
    error === null ? 'error unknown' : `error ${significant(error * 100, 2)} %`
  })`;
