import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { ownedFolder } from '../trees/owned-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where runs of the tests keep what is known of their work directories: XDG_STATE_HOME. */
    readonly stateHome: string;
  }
}

/** Vitest calls this once: tests leave nothing in the state folder of who runs them. */
export function setup(project: TestProject): () => void {
  const folder = ownedFolder('state');
  project.provide('stateHome', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
