import { expect, it } from 'vitest';
import { sshTraffic, withoutSshReport } from '../../../src/benchmark/tools/ssh-traffic.ts';

const SAID = `Authenticated to vault ([10.0.0.1]:22) using "publickey".
a warning of the tool
subprocess ssh: Transferred: sent 5000, received 2000 bytes, in 0.1 seconds
Bytes per second: sent 50000.0, received 20000.0
Transferred: sent 30, received 4 bytes, in 0.0 seconds\r
`;

it('bytes on the wire are those of all connections', () => {
  expect(sshTraffic(SAID)).toEqual({ sent: 5030, received: 2004 });
  expect(sshTraffic('Transferred: nothing\n')).toBeNull();
});

it('what ssh says of its connections is no word of the tool', () => {
  expect(withoutSshReport(SAID)).toBe('a warning of the tool\n');
});
