import { afterAll, inject } from 'vitest';
import { leaveCgroup } from '../../../src/host/node/descent/cgroup.ts';

/** Before each test file: programs that it starts inherit it, if they inherit anything. */
process.env.XDG_STATE_HOME = inject('stateHome');

// As the program does when it ends; a test file that runs it in its own process does not.
afterAll(leaveCgroup);
