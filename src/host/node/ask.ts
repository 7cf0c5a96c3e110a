import { createInterface } from 'node:readline/promises';

/** Asks a person on the terminal; null where standard input is none, or ends. */
export async function ask(question: string): Promise<string | null> {
  if (process.stdin.isTTY !== true) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise<string | null>((answer) => {
      lines.once('close', () => answer(null));
      lines.question(question).then(answer, () => answer(null));
    });
  } finally {
    lines.close();
  }
}
