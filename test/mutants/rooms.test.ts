import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOMS } from './rooms.js';

it('rooms are made of code and tests that there are', () => {
  const paths = Object.values(ROOMS).flatMap(({ code, tests }) => [...code, ...tests]);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

it('all of the model, the simulation, the units and the answers is in a room', () => {
  const rooms = Object.values(ROOMS).flatMap(({ code }) => code);
  const parts = readdirSync('src/simulation').map((part) => `src/simulation/${part}`);
  const wanted = ['src/model', 'src/units', 'src/report/answer', ...parts];
  expect(wanted.filter((path) => !rooms.includes(path))).toEqual([]);
});
