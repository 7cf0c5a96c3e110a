// Completes package-lock.json: npm leaves an optional package for another platform out of it when
// it could not read that package's description, and `npm ci` then refuses the file. Run it after a
// change of the dependencies; it does nothing to a complete file.
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];

/** What such a package says of itself, read off its name, e.g. `cli-linux-arm64-musl`. */
function described(name, version, parent) {
  const words = name.replace(/^@[^/]+\//, '').split('-');
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((one) => words.includes(one));
  if (!os || !cpu) throw new Error(`${name}: for which system and processor is it?`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? { libc: ['musl'] }
    : os === 'linux' && words.some((word) => word.startsWith('gnu'))
      ? { libc: ['glibc'] }
      : {};
  return {
    version,
    cpu: [cpu],
    ...(parent.dev ? { dev: true } : {}),
    ...libc,
    optional: true,
    os: [os],
  };
}

const added = [];
for (const [path, parent] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const known = [`${path}/node_modules/${name}`, `node_modules/${name}`].some(
      (at) => at in packages,
    );
    if (known) continue;
    packages[`node_modules/${name}`] = described(name, version, parent);
    added.push(`${name}@${version}`);
  }
}
if (added.length > 0) {
  lock.packages = Object.fromEntries(
    Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(added.length > 0 ? `added:\n${added.join('\n')}` : 'complete');
