import { Document, isMap, isScalar, isSeq, parse, visit } from 'yaml';
import type { Checked } from '../problem.ts';
import { fromIssues } from '../scenario/reading/from-issue.ts';
import { parseSource } from '../scenario/reading/source.ts';
import { PROFILE_FORMAT, type Profile, profile } from './profile.ts';

/** Lists that people need not read line by line. */
const IN_ONE_LINE = ['groups', 'residuals', 'rows', 'from'];

const HEADER = ` What measurements say of tools on a machine, written by "backcast calibrate".
 Seconds and bytes; "backcast hindcast" says how well it foretells other runs.`;

/** A profile as YAML. */
export function profileYaml(made: Profile): string {
  const document = new Document(made, { aliasDuplicateObjects: false });
  document.commentBefore = HEADER;
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key)) return;
      if (IN_ONE_LINE.includes(String(key.value)) && isSeq(value)) {
        for (const row of value.items) if (isSeq(row) || isMap(row)) row.flow = true;
        return visit.SKIP;
      }
      return undefined;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Most problems that are told of one profile: it is not written by hand. */
const MOST_TOLD = 5;

/**
 * Reads a profile, or says why it is none: of another file in one problem that quotes nothing of it.
 *
 * @param path the field that names the file, for that problem.
 */
export function readProfile(text: string, file: string, path = ''): Checked<Profile> {
  const value = contentOf(text);
  const format =
    typeof value === 'object' && value !== null && 'format' in value ? value.format : null;
  if (format !== PROFILE_FORMAT) {
    const isOther = typeof format === 'string' && format.startsWith('backcast/profile/');
    const message = isOther
      ? `"${file}" is a profile of another version of backcast`
      : `"${file}" is no profile`;
    const hint = isOther
      ? 'make it anew from its measurements'
      : 'name a file that "backcast calibrate --out" has written';
    return { ok: false, problems: [{ path, message, hint }] };
  }
  const read = profile.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const problems = fromIssues(read.error.issues, parseSource(text, file));
  return { ok: false, problems: problems.slice(0, MOST_TOLD) };
}

function contentOf(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}
