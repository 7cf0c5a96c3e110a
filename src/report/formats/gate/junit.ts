import type { Case } from './case.ts';

/**
 * Writes cases as JUnit XML, which CI systems show as tests: what cannot be told is a skipped one.
 *
 * @example
 * junitXml([{ group: 'office', name: 'time', state: 'passed', message: 'same' }])
 * // <testsuites tests="1" …><testsuite name="office" …><testcase classname="office" name="time"/>…
 */
export function junitXml(cases: readonly Case[]): string {
  const groups = [...new Set(cases.map(({ group }) => group))];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="backcast gate" ${counts(cases)} time="0">`,
    ...groups.flatMap((group) => {
      const own = cases.filter((one) => one.group === group);
      return [
        `  <testsuite name="${quoted(group)}" ${counts(own)} skipped="${count(own, 'unclear')}" time="0">`,
        ...own.map((one) => `    ${testcase(one)}`),
        '  </testsuite>',
      ];
    }),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

/** What is skipped has a place in a suite alone, not in all of them together. */
const counts = (cases: readonly Case[]): string =>
  `tests="${cases.length}" failures="${count(cases, 'failed')}" errors="0"`;

const count = (cases: readonly Case[], state: Case['state']): number =>
  cases.filter((one) => one.state === state).length;

function testcase({ group, name, state, message }: Case): string {
  const open = `<testcase classname="${quoted(group)}" name="${quoted(name)}" time="0"`;
  if (state === 'passed') return `${open}/>`;
  const inside =
    state === 'failed'
      ? `<failure type="worse" message="${quoted(message)}">${quoted(message)}</failure>`
      : `<skipped message="${quoted(message)}"/>`;
  return `${open}>${inside}</testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an attribute or an element; characters that XML has no way to write have been spelled out. */
const quoted = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
