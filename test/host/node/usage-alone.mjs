// Runs a program by the host that is given, and prints what it took: where PATH holds neither
// `time` nor `setpriv`, with Node alone. Into the file `beats` it writes a number that grows no
// sooner than the host has had time to look at the program's memory.
import { writeFileSync } from 'node:fs';

const [module, beats, program, ...args] = process.argv.slice(2);
const { nodeHost } = await import(module);
let count = 0;
if (beats) setInterval(() => writeFileSync(beats, String(++count)), 50).unref();
const ended = await nodeHost().processes.run({ program, args, cwd: '/', env: {} });
process.stdout.write(JSON.stringify(ended.ok ? ended.value : ended));
