// Locks a folder with the module that is given, at an instant in milliseconds since 1970, says what
// came of it, and holds the lock until it is killed.
const [module, folder, at] = process.argv.slice(2);
const { lock } = await import(module);
while (Date.now() < Number(at)) {}
process.stdout.write(`${JSON.stringify(await lock(folder))}\n`);
setInterval(() => undefined, 1000);
