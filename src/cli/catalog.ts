import type { Command } from 'commander';
import { ENTRIES, type Entry, entriesNamed, KINDS, kindNamed } from '../catalog/entry.ts';
import { type Found, searchCatalog } from '../catalog/search.ts';
import { nearest } from '../catalog/suggest.ts';
import { jsonText } from '../escape.ts';
import { type Problem, ProblemsFound, visible } from '../problem.ts';
import type { CommandContext } from './command-context.ts';

/** `backcast catalog list [kind]`, `backcast catalog search WORD` and `backcast catalog show NAME`. */
export function define(command: Command, context: CommandContext): void {
  command
    .command('list')
    .description('Lists what the catalog holds, of all kinds or of one.')
    .argument('[kind]', `one of ${Object.keys(KINDS).join(', ')}`)
    .action(
      context.action(async (kind?: string) => {
        const entries = ofKind(kind);
        if (context.json) await context.result(json(entries));
        else {
          const { catalogText } = await import('../report/formats/catalog-text.ts');
          await context.result(catalogText(entries, context.columns));
          context.note('backcast catalog show NAME has every figure with its source');
        }
        return 0;
      }),
    );
  command
    .command('search')
    .description('Finds entries by a word as people use it, such as database, PACS or Veeam.')
    .argument('<word>', 'a word, of the catalog or not')
    .action(
      context.action(async (word: string) => {
        const { entries, taken } = found(word);
        if (context.json) await context.result(json(entries));
        else {
          const { catalogText } = await import('../report/formats/catalog-text.ts');
          await context.result(catalogText(entries, context.columns));
          if (taken.length > 0) context.note(`"${visible(word)}" is taken for ${taken.join(', ')}`);
        }
        return 0;
      }),
    );
  command
    .command('show')
    .description('Shows every figure of an entry with its unit, source, date and grade.')
    .argument('<name>', 'a name that "backcast catalog list" prints')
    .action(
      context.action(async (name: string) => {
        const entries = named(name);
        if (context.json) await context.result(json(entries));
        else {
          const { entryText } = await import('../report/formats/catalog-text.ts');
          const texts = entries.map((entry) => entryText(entry, context.columns));
          await context.result(texts.join('\n'));
        }
        return 0;
      }),
    );
}

const json = (entries: readonly Entry[]): string =>
  jsonText({ format: 'backcast/catalog/1', entries });

function ofKind(kind: string | undefined): readonly Entry[] {
  if (kind === undefined) return ENTRIES;
  const meant = kindNamed(kind);
  if (meant !== undefined) return ENTRIES.filter((entry) => entry.kind === meant);
  const kinds = Object.keys(KINDS);
  throw new ProblemsFound([unknown('kind', kind, kinds, `the kinds are ${kinds.join(', ')}`)]);
}

function found(word: string): Found {
  const all = searchCatalog(word);
  if (all.entries.length > 0) return all;
  throw new ProblemsFound([
    unknown('entry for', word, [], '"backcast catalog list" prints every name'),
  ]);
}

function named(name: string): readonly Entry[] {
  const entries = entriesNamed(name);
  if (entries.length > 0) return entries;
  const names = ENTRIES.map(({ data }) => data.name);
  throw new ProblemsFound([
    unknown('entry', name, names, '"backcast catalog list" prints every name'),
  ]);
}

function unknown(
  what: string,
  wrong: string,
  names: readonly string[],
  otherwise: string,
): Problem {
  const near = nearest(wrong, names);
  return {
    path: '',
    message: `the catalog has no ${what} "${wrong}"`,
    hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : otherwise,
  };
}
