import type { ContentClass } from '../../catalog/content-classes.ts';
import type { Sourced } from '../../catalog/sourced.ts';
import type { Parameter } from '../plan/parameter.ts';
import { type CompileLog, cite, noteDefault, parameter } from './compile-log.ts';

/** A number of a content class, how it is called in a sentence, and how it is shown. */
interface ClassNumber {
  readonly what: string;
  readonly figure: Sourced;
  readonly shown: (value: number) => string;
}

/** A quantity that is left to the content class: a default, with the ends that it may have. */
export function ofClass(
  compileLog: CompileLog,
  path: string,
  content: ContentClass,
  { what, figure, shown }: ClassNumber,
): Parameter {
  const { value, range } = figure;
  const number = parameter(compileLog, path, { kind: 'fixed', value });
  noteDefault(compileLog, path, shown(value), `class ${content.name}: ${cite(figure)}`, {
    what: `${what} of ${content.name}`,
    parameter: number,
    range: range
      ? {
          low: { value: range.low, shown: shown(range.low) },
          high: { value: range.high, shown: shown(range.high) },
          source: `${cite(range)}: ${range.note}`,
        }
      : null,
  });
  return number;
}
