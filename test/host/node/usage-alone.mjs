// Runs a program by the host that is given, and prints what it took: where PATH holds neither
// `time` nor `setpriv`, with Node alone.
const [module, program, ...args] = process.argv.slice(2);
const { nodeHost } = await import(module);
const ended = await nodeHost().processes.run({ program, args, cwd: '/', env: {} });
process.stdout.write(JSON.stringify(ended.ok ? ended.value : ended));
