import { resolve } from 'node:path';
import { describe, it } from 'vitest';
import { expectGolden } from './golden.ts';
import { runCli } from './run-cli.ts';

/** What users see, command by command; the name of the file says which. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  help: ['--help'],
  'simulate-help': ['simulate', '--help'],
  'init-help': ['init', '--help'],
  init: [
    ...['init', '--start', '2026-01-05', '--rto', 'files=8 h'],
    ...['--data', 'files=4 TB, 25 %/year, documents', '--data', 'a: [b]=2 TB'],
  ],
  'init-without': ['init'],
  'unknown-help': ['nonsense', '--help'],
  'completion-bash': ['completion', 'bash'],
  'completion-zsh': ['completion', 'zsh'],
  'completion-fish': ['completion', 'fish'],
  'search-pacs': ['catalog', 'search', 'PACS'],
  'search-nothing': ['catalog', 'search', 'qqqq'],
  'check-help': ['check', '--help'],
  'diff-help': ['diff', '--help'],
  'diff-text': [
    ...['diff', 'scenarios/smallest.yaml', 'test/golden/grown.yaml'],
    ...['--fail-on', 'verdict,peak=+10%'],
  ],
  'diff-markdown': [
    'diff',
    'scenarios/smallest.yaml',
    'test/golden/grown.yaml',
    '--format',
    'markdown',
  ],
  'against-set': [
    ...['simulate', 'scenarios/smallest.yaml', '--against', 'scenarios/smallest.yaml'],
    ...['--set', 'workloads.files.growth=40 %/year'],
  ],
  'diff-hostile': ['diff', 'scenarios/smallest.yaml', 'test/golden/hostile.yaml'],
  'wrong-set': ['simulate', 'scenarios/smallest.yaml', '--set', 'stores.disk.profil=nas/10g'],
  'sweep-help': ['sweep', '--help'],
  'sweep-text': [
    ...['sweep', 'scenarios/smallest.yaml', '--strategy', 'weekly-full'],
    ...['--over', 'workloads.files.size=4,8 TB', '--over', 'stores.disk.drives=8,12'],
  ],
  'sweep-until': [
    ...[
      'sweep',
      'scenarios/smallest.yaml',
      '--strategy',
      'weekly-full',
      '--set',
      'stores.disk.drives=12',
    ],
    ...['--over', 'workloads.files.size=1,40 TB', '--until', 'fill>=50%'],
  ],
  'sweep-json': ['sweep', 'scenarios/smallest.yaml', '--over', 'horizon=1 year,2 years', '--json'],
  'catalog-help': ['catalog', '--help'],
  'observe-help': ['observe', '--help'],
  'unknown-command': ['simulat', 'scenarios/smallest.yaml'],
  'unknown-option': ['simulate', '--trails', '5', 'scenarios/smallest.yaml'],
  'wrong-trials': ['simulate', '--trials', '0', 'scenarios/smallest.yaml'],
  'missing-file': ['simulate', 'scenarios/smalest.yaml'],
  'missing-file-json': ['simulate', 'scenarios/smalest.yaml', '--json'],
  'everything-wrong': ['check', 'test/golden/bad.yaml'],
  'everything-wrong-json': ['check', 'test/golden/bad.yaml', '--json'],
  'check-finance': ['check', 'scenarios/finance.yaml'],
  'smallest-text': ['simulate', 'scenarios/smallest.yaml'],
  'article-text': ['simulate', 'scenarios/article.yaml'],
  'article-details': ['simulate', 'scenarios/article.yaml', '--details'],
  'hospital-text': ['simulate', 'scenarios/hospital.yaml'],
  'prune-details': ['simulate', 'test/golden/prune.yaml', '--details', 'jobs,stores'],
  'hospital-stores': [
    ...['simulate', 'scenarios/hospital.yaml', '--details', 'stores,defaults'],
    ...['--strategy', 'disk-and-tape', '--units', 'iec'],
  ],
  'smallest-markdown': ['simulate', 'scenarios/smallest.yaml', '--format', 'markdown'],
  'unknown-section': ['simulate', 'scenarios/smallest.yaml', '--details', 'store'],
  'unknown-strategy': ['simulate', 'scenarios/smallest.yaml', '--strategy', 'weekly'],
  'article-json': ['simulate', 'scenarios/article.yaml', '--json'],
  'internet-trials-text': ['simulate', 'scenarios/internet.yaml', '--trials', '25', '--seed', '7'],
  'smallest-csv': ['simulate', 'scenarios/smallest.yaml', '--format', 'csv'],
  'hostile-text': ['simulate', 'test/golden/hostile.yaml'],
  'hostile-details': ['simulate', 'test/golden/hostile.yaml', '--details'],
  'hostile-markdown': ['simulate', 'test/golden/hostile.yaml', '--format', 'markdown'],
  'hostile-csv': ['simulate', 'test/golden/hostile.yaml', '--format', 'csv'],
};

describe('what users see', () => {
  for (const [name, args] of Object.entries(CASES)) {
    it(`${name}: backcast ${args.join(' ')}`, () => {
      const { code, stdout, stderr } = runCli(args);
      const seen = `$ backcast ${args.join(' ')}\n${stdout}\n--- stderr\n${stderr}\n--- exit ${code}\n`;
      expectGolden(resolve(import.meta.dirname, `cases/${name}.txt`), seen);
    });
  }
});
