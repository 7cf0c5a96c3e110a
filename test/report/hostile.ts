import fc from 'fast-check';

/** Names that somebody could put into a scenario to do harm, known ones first, then any at all. */
export const HOSTILE: readonly string[] = [
  '</script><img src=x onerror=alert(1)>',
  '<!--<script>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '=cmd()|calc',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  'red\u001b[31m and \u001b]0;title\u0007',
  'csi \u009b31m',
  'right \u202e to left \u2066 isolate',
  'ends \u2028 a \u2029 line',
  'two\nlines\r\nthree',
  '| pipe | ` tick ` * star _ under # hash',
  '[link](http://example.org) https://example.org www.example.org @someone #1',
  '漢字の名前をここに置いて折り返しを試す',
  'שלום עולם',
  '👩‍👩‍👧‍👦 family',
  'x'.repeat(150),
  '__proto__',
  'constructor',
];

/** One name, hostile or any at all; never empty, and not too long to be a name. */
const hostileName = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE)).map((two) => two.join('')),
  );

/** Three different names. */
export const hostileNames = (): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(hostileName(), { minLength: 3, maxLength: 3 });

/** What steers a terminal or turns the direction of writing; a line break alone may stay. */
export const STEERS = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
