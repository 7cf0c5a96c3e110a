/** Rooms by name: the code in which faults are planted, and the tests nearest to it. */
export const ROOMS = {
  units: { code: ['src/units'], tests: ['test/units'] },
  model: { code: ['src/model'], tests: ['test/model', 'test/oracles/formulas'] },
  bill: {
    code: [
      'src/simulation/aftermath/bills',
      'src/simulation/aftermath/costs.ts',
      'src/simulation/plan/cloud.ts',
      'src/simulation/plan/cost-lines.ts',
      'src/report/answer/bills.ts',
      'src/report/answer/cost.ts',
    ],
    tests: [
      'test/oracles/by-hand',
      'test/report/answer/bills.test.ts',
      'test/report/answer/cost.test.ts',
      'test/simulation/aftermath/bills',
      'test/simulation/plan/cloud.test.ts',
    ],
  },
  chain: {
    code: ['src/simulation/chain'],
    tests: ['test/simulation/chain', 'test/oracles/by-hand'],
  },
  sharing: { code: ['src/simulation/sharing'], tests: ['test/simulation/sharing'] },
  engine: {
    code: ['src/simulation/arena.ts', 'src/simulation/engine', 'src/simulation/simulate.ts'],
    tests: ['test/simulation/engine', 'test/oracles/by-hand'],
  },
  aftermath: {
    code: ['src/simulation/aftermath'],
    tests: ['test/simulation/aftermath', 'test/oracles/by-hand'],
  },
  compile: {
    code: ['src/simulation/compile', 'src/simulation/plan'],
    tests: ['test/simulation/compile', 'test/simulation/plan', 'test/oracles/by-hand'],
  },
  answer: { code: ['src/report/answer'], tests: ['test/report/answer', 'test/oracles/by-hand'] },
};
