import { Option } from 'commander';
import { Findings } from '../../benchmark/engine/findings.ts';
import { compareBytes } from '../../benchmark/manifest/compare-bytes.ts';
import { compareDigests } from '../../benchmark/manifest/compare-digests.ts';
import type { ContentComparison } from '../../benchmark/manifest/content-comparison.ts';
import { describeDifference } from '../../benchmark/manifest/difference.ts';
import { DIGEST_METHODS, type DigestMethod } from '../../benchmark/manifest/digest.ts';
import type { Entry } from '../../benchmark/manifest/entry.ts';
import { readManifest } from '../../benchmark/manifest/manifest-file.ts';
import type { Host } from '../../host/host.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import type { AddPart, Done } from './part.ts';

interface DigestOptions {
  readonly method: DigestMethod;
  readonly manifest: string;
}

/** Adds the subcommands `digest` and `compare`, which compare file contents only. */
export function defineComparisons(part: AddPart, { host }: CommandContext): void {
  part(
    'digest',
    'read all files of a tree and compare them with a manifest',
    async (root: string, { method, manifest }: DigestOptions) => {
      const expected = entriesOf(host, manifest, method);
      return done({ method }, await compareDigests(host, expected, root, method));
    },
  )
    .argument('<root>', 'the tree')
    .requiredOption('--manifest <file>', 'the manifest')
    .addOption(
      new Option('--method <method>', 'that of the manifest')
        .choices(DIGEST_METHODS)
        .makeOptionMandatory(),
    );
  part('compare', 'compare all files of two trees byte by byte', async (one: string, two: string) =>
    done({ method: 'bytes' }, await compareBytes(host, one, two)),
  )
    .argument('<expected>', 'the tree as it should be')
    .argument('<found>', 'the tree as it is');
}

function done(
  method: { readonly method: string },
  { differences, files, bytes }: ContentComparison,
): Done {
  const findings = new Findings();
  for (const difference of differences) findings.add(describeDifference(difference));
  const format = 'backcast/engine-comparison/1';
  const report = { format, ...method, files, bytes, differences: findings.summary };
  return { report, found: differences.length };
}

function entriesOf(host: Host, path: string, method: DigestMethod): readonly Entry[] {
  const opened = host.files.openRegular(path);
  if (!opened.ok) {
    throw refusal(`cannot read ${path}: ${opened.reason}`, 'name a manifest of a benchmark');
  }
  try {
    const manifest = readManifest(opened.value, path);
    if (manifest.method === method) return [...manifest.entries];
    throw refusal(
      `${path} has digests by ${manifest.method ?? 'no method'}, not by ${method}`,
      'name a manifest of the same method',
    );
  } finally {
    opened.value.close();
  }
}
