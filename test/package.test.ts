import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Paths of what is packed, as npm itself says. */
function packed(): readonly string[] {
  const argv = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { status, stdout, stderr } = spawnSync('npm', argv, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [{ files }] = JSON.parse(stdout);
  return files.map(({ path }: { readonly path: string }) => path);
}

/** Where the relative links of a page lead, as paths in the package. */
const linksOf = (page: string): readonly string[] =>
  Array.from(
    readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g),
    ([, to = '']) => to,
  )
    .filter((to) => !/^([a-z]+:|#)/.test(to))
    .map((to) => posix.normalize(posix.join(posix.dirname(page), to.replace(/#.*$/, ''))));

describe('the package', () => {
  const files = packed();

  it('holds the pages that its README links to, and they what they link to in turn', () => {
    const pages = files.filter((path) => path.endsWith('.md'));
    expect(pages).toContain('README.md');
    const broken = pages.flatMap((page) =>
      linksOf(page)
        .filter((to) => !files.some((path) => path === to || path.startsWith(`${to}/`)))
        .map((to) => `${page} links to ${to}`),
    );
    expect(broken).toEqual([]);
  });

  it('holds no tests, no sources and nothing that lies about in the clone', () => {
    const tops = new Set(files.map((path) => path.split('/')[0]));
    expect([...tops].sort()).toEqual([
      ...['ARCHITECTURE.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md'],
      ...['bin', 'decisions', 'dist', 'docs', 'package.json', 'reports', 'scenarios'],
    ]);
    expect(files.filter((path) => /^reports\/.*(?<!\.md)$/.test(path))).toEqual([]);
  });
});
