/** What roff would take for something else than it is in plain text. */
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

/**
 * Text as roff prints it unchanged, whatever it begins with.
 *
 * @example roff("--set 'a'") // "\\-\\-set \\(aqa\\(aq"
 */
export function roff(text: string): string {
  const escaped = text.replace(/[\\\-'`^~]/g, (found) => ESCAPED[found] ?? found);
  return escaped.startsWith('.') ? `\\&${escaped}` : escaped;
}

/** A term and what is said of it, on lines of their own. */
export const tagged = (term: string, text: string): string =>
  `.TP\n\\fB${roff(term)}\\fR\n${roff(text)}`;

/**
 * Text of a help: lines that are set in stay as they are, others are filled into paragraphs.
 *
 * @example prose('Example:\n  backcast check plan.yaml')
 */
export function prose(text: string): readonly string[] {
  const lines: string[] = [];
  let isSetIn = false;
  for (const line of text.replace(/^\n+|\s+$/g, '').split('\n')) {
    const isNowSetIn = line.startsWith('  ');
    if (line !== '' && isNowSetIn !== isSetIn) {
      lines.push(isNowSetIn ? '.PP\n.RS 4\n.EX' : '.EE\n.RE\n.PP');
      isSetIn = isNowSetIn;
    } else if (line === '' && !isSetIn) lines.push('.PP');
    if (line !== '') lines.push(roff(line.replace(/^ {2}/, '')));
  }
  return isSetIn ? [...lines, '.EE\n.RE'] : lines;
}
