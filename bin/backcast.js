#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const start = new URL('../dist/program/start.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`backcast needs Node 20.19 or newer; this is ${process.version}\n`);
  process.exitCode = 2;
} else if (existsSync(start)) {
  module.enableCompileCache?.();
  await import(start.href);
} else {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  process.stderr.write(
    `backcast is not built yet; run "npm ci" (or "npm run build") in ${folder}\n`,
  );
  process.exitCode = 2;
}
