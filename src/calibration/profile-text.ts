import { Document, isMap, isScalar, isSeq, parse, visit } from 'yaml';
import { type Profile, profile } from './profile.ts';

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

/** Reads a profile; null if the text is none. */
export function readProfile(text: string): Profile | null {
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0 });
  } catch {
    return null;
  }
  const read = profile.safeParse(value);
  return read.success ? read.data : null;
}
