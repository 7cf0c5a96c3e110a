import { type Changes, finish, type Site, writing } from './apply.ts';
import { fileTimeOf, nanoseconds, timeOf } from './generation-time.ts';
import { joined } from './path-bytes.ts';
import type { CheckpointRecipe } from './recipe.ts';
import { shardContent } from './shard-content.ts';
import { changedElements, INDEX_NAME, indexOf, type Shard, shardsOf } from './shards.ts';

const MODE = 0o644;
const FOLDER_MODE = 0o755;
const encoder = new TextEncoder();

/**
 * Makes a generation of a checkpoint: the first replaces whatever is at the site, a later one
 * overwrites the shards of the generation before. Can be repeated after an interruption.
 */
export function* makeCheckpoint(
  site: Site,
  recipe: CheckpointRecipe,
  seed: number,
  generation: number,
): Changes {
  const { work, at } = site;
  const shards = shardsOf(recipe);
  if (generation === 0) {
    yield work.remove(at);
    yield work.makeDirectory(at);
    yield work.setMode(at, FOLDER_MODE);
    yield* makeIndex(site, indexOf(recipe, shards));
  }
  for (const shard of shards) {
    if (generation === 0 || changedElements(recipe, shard.elements) > 0) {
      yield* makeShard(site, recipe, shard, seed, generation);
    }
  }
  if (generation === 0) yield work.setModified(at, nanoseconds(timeOf(0)));
}

function* makeIndex(site: Site, index: Uint8Array): Changes {
  const path = joined(site.at, encoder.encode(INDEX_NAME));
  yield* writing(site.work.open(path, 'empty'), function* (file) {
    yield file.write(index, 0);
  });
  yield* finish(site, path, { mode: MODE, modified: timeOf(0) });
}

function* makeShard(
  site: Site,
  recipe: CheckpointRecipe,
  shard: Shard,
  seed: number,
  generation: number,
): Changes {
  const path = joined(site.at, encoder.encode(shard.name));
  const opened = site.work.open(path, generation === 0 ? 'empty' : 'as it is');
  yield* writing(opened, function* (file) {
    yield file.write(shard.header, 0);
    let at = shard.header.length;
    for (const bytes of shardContent(recipe, shard, seed, generation)) {
      yield file.write(bytes, at);
      at += bytes.length;
    }
  });
  // The shards of a checkpoint are saved one after the other.
  const share = shard.number / (recipe.shards + 1);
  yield* finish(site, path, { mode: MODE, modified: fileTimeOf(generation, share) });
}
