import type { ContentClass } from '../../catalog/content-classes.ts';
import type { Sourced } from '../../catalog/sourced.ts';
import type { Parameter } from '../plan/parameter.ts';
import type { AssumedRange } from '../plan/plan.ts';
import { assumedRange, type CompileLog, cite, noteDefault, parameter } from './compile-log.ts';

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
  const number = parameter(compileLog, path, { kind: 'fixed', value: figure.value });
  const words = reportedOf(content, { what, figure, shown });
  const assumed = { what: words.what, parameter: number, range: words.range };
  noteDefault(compileLog, path, words.value, words.source, assumed);
  return number;
}

/** What is reported of a number of a class. */
interface Reported {
  readonly value: string;
  readonly source: string;
  readonly what: string;
  readonly range: AssumedRange | null;
}

/** By class and by what it is of it: the same for all workloads that leave it to the class. */
const reported = new WeakMap<ContentClass, Map<string, Reported>>();

function reportedOf(content: ContentClass, { what, figure, shown }: ClassNumber): Reported {
  const ofContent = reported.get(content) ?? new Map<string, Reported>();
  const known = ofContent.get(what);
  if (known) return known;
  const { value } = figure;
  const made = {
    value: shown(value),
    source: `class ${content.name}: ${cite(figure)}`,
    what: `${what} of ${content.name}`,
    range: assumedRange(figure, shown),
  };
  reported.set(content, ofContent.set(what, made));
  return made;
}
