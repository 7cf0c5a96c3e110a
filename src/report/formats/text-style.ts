/** Ways to dress a piece of text; each must leave its width alone. */
export interface TextStyle {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

const same = (text: string): string => text;

/** No dress at all. */
export const PLAIN_STYLE: TextStyle = {
  title: same,
  heading: same,
  faint: same,
  good: same,
  bad: same,
};
