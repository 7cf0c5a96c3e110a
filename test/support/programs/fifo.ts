import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';

/** Makes a FIFO; a test that does so asks for `mkfifo` before. */
export function makeFifo(path: string): void {
  execFileSync('mkfifo', [path]);
}

/**
 * Opens a FIFO for writing if somebody reads it, or waits for a writer to come; undefined where
 * nobody does.
 */
export function writerOf(fifo: string): number | undefined {
  try {
    return openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return undefined;
    throw error;
  }
}

/** Whether somebody reads a FIFO; who waits for a writer to come, sees one come and go. */
export function isRead(fifo: string): boolean {
  const writer = writerOf(fifo);
  if (writer !== undefined) closeSync(writer);
  return writer !== undefined;
}
