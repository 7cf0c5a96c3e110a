/** A shell command that a page shows, and the exit code that it says the command has. */
export interface Command {
  readonly text: string;
  readonly exit: number;
}

/**
 * Reads the commands of a page's fenced `sh` blocks: one a line, lines joined where they end in a
 * backslash, comments left out. `# exits 2` behind a command states its exit code; else it is 0.
 *
 * @example
 * commandsOf('```sh\nnpx backcast check x.yaml # exits 2\n```')
 * // [{ text: 'npx backcast check x.yaml', exit: 2 }]
 */
export function commandsOf(page: string): readonly Command[] {
  const blocks = [...page.matchAll(/^```sh\r?\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.replace(/\\\r?\n\s*/g, '').split(/\r?\n/))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, text = line, comment = ''] = /^(.*?)\s+#\s*(.*)$/.exec(line) ?? [];
      const [, code = '0'] = /^exits (\d+)/.exec(comment) ?? [];
      return { text, exit: Number(code) };
    });
}
