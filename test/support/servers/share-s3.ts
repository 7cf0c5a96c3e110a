import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ownedFolder } from '../trees/owned-folder.ts';
import { type S3Server, startS3Server } from './s3-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The socket at which `shared-s3.ts` asks for the service. */
    readonly s3Socket: string;
  }
}

/**
 * Vitest calls this once, in the process that outlives all test files. The S3 service belongs to
 * it and not to a test file, because it takes ten seconds to start; it is started when a test file
 * first asks, so that a run of others does not wait for it.
 */
export function setup(project: TestProject): () => Promise<void> {
  const own = ownedFolder('share');
  const socket = join(own, 's3');
  let service: Promise<S3Server> | undefined;
  const asked = createServer((client) => {
    client.on('error', () => client.destroy());
    service ??= startS3Server();
    service.then(
      ({ endpoint, accessKey, secretKey }) =>
        client.end(JSON.stringify({ endpoint, accessKey, secretKey })),
      (error: Error) => client.end(JSON.stringify({ error: error.message })),
    );
  });
  asked.listen(socket);
  project.provide('s3Socket', socket);
  return async () => {
    asked.close();
    await service?.then((server) => server.stop()).catch(() => {});
    rmSync(own, { recursive: true, force: true });
  };
}
