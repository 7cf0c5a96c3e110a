import type { Part } from './locator.ts';

/**
 * A value in a valid JSON text without backslashes as a part of it. What stands in it is only looked
 * through when first asked, so that places cost no tree of the whole text.
 *
 * @param value text offset of the value.
 * @param offset text offset of the key that it stands under, or else of the value.
 *
 * @example
 * jsonPart('{"a": 1}', 0).part('a')?.offset // 1
 */
export function jsonPart(text: string, value = afterBlanks(text, 0), offset = value): Part {
  let parts: ReadonlyMap<string, Part> | undefined;
  return {
    offset,
    isMapping: text[value] === '{',
    part(step) {
      parts ??= partsOf(text, value);
      return parts.get(step);
    },
  };
}

function partsOf(text: string, value: number): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const isList = text[value] === '[';
  if (!isList && text[value] !== '{') return parts;
  let i = afterBlanks(text, value + 1);
  while (text[i] !== '}' && text[i] !== ']') {
    const start = i;
    let name = String(parts.size);
    if (!isList) {
      const close = text.indexOf('"', start + 1);
      name = text.slice(start + 1, close);
      i = afterBlanks(text, text.indexOf(':', close) + 1);
    }
    parts.set(name, jsonPart(text, i, start));
    i = afterBlanks(text, endOf(text, i));
    if (text[i] === ',') i = afterBlanks(text, i + 1);
  }
  return parts;
}

/** Offset of the first character behind a value. */
function endOf(text: string, value: number): number {
  let depth = 0;
  let i = value;
  do {
    const character = text[i];
    if (character === '"') i = text.indexOf('"', i + 1);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    i++;
  } while (depth > 0);
  // A number or a word ends where something else begins.
  while (/[\w.+-]/.test(text[i] ?? '')) i++;
  return i;
}

function afterBlanks(text: string, offset: number): number {
  let i = offset;
  while (/\s/.test(text[i] ?? '')) i++;
  return i;
}
