// Prints how fast backcast is on this machine, each figure beside its budget. Always ends with 0:
// see docs/benchmarks.md. `npm run bench -- --all` adds the run of 10 000 workloads.
import { inliningMore } from '../../dist/host/node/computing/inlining.js';
import { benchReport, benchStart, benchTrials } from './commands.js';
import { benchContention } from './contention.js';
import { benchDatasets } from './datasets.js';
import { printMachine, printNote } from './figures.js';
import { benchLarge } from './large.js';

printMachine();
// As whoever plays a scenario has it.
await inliningMore(async () => benchContention());
benchStart();
benchReport();
benchTrials();
await benchDatasets();
if (process.argv.includes('--all')) benchLarge();
else printNote('\n  left out: 10 000 workloads (npm run bench -- --all)');
