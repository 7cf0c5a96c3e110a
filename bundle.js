// Puts the command into few files: `node bundle.js [FOLDER]`. See decisions/0038.
import { build } from 'rolldown';

const [dir = 'dist/program'] = process.argv.slice(2);
await build({
  input: { start: 'src/cli/start.ts', 'trial-thread': 'src/study/trial-thread.ts' },
  // Dependencies stay where npm puts them.
  external: /^[^./]/,
  platform: 'node',
  output: { dir },
});
