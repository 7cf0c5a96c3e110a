// Runs a program by the host that is given, noted in a work directory, until it is killed itself.
const [module, path, program, ...args] = process.argv.slice(2);
const { endProcesses, nodeHost } = await import(module);
const host = nodeHost();
process.on('exit', endProcesses);
const work = await host.openWorkDirectory(path);
await host.processes.noteIn(work);
const env = { PATH: process.env.PROGRAMS, HOME: `${work.path}/home` };
await host.processes.run({ program, args, cwd: '/', env });
