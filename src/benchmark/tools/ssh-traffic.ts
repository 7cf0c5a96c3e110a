/** Bytes that a program sent to and received from another machine. */
export interface Traffic {
  readonly sent: number;
  readonly received: number;
}

/** What ssh says on standard error when it tells how much it moved; tools pass it on. */
const REPORTED =
  /(?:Transferred: sent (\d+), received (\d+) bytes, in [\d.]+ seconds|Bytes per second: sent [\d.]+, received [\d.]+|Authenticated to \S+ \(\[[^\]]*\]:\d+\) using "[^"]*"\.)\r?$/;

/**
 * The bytes on the wire, by what ssh says of its connections; null if it says nothing.
 *
 * @param errors standard error of a tool that uses ssh.
 *
 * @example
 * sshTraffic('Transferred: sent 5000, received 2000 bytes, in 0.1 seconds\n')
 * // { sent: 5000, received: 2000 }
 */
export function sshTraffic(errors: string): Traffic | null {
  let [found, sentAll, receivedAll] = [false, 0, 0];
  for (const line of errors.split('\n')) {
    const [, sent, received] = REPORTED.exec(line) ?? [];
    if (sent === undefined || received === undefined) continue;
    found = true;
    sentAll += Number(sent);
    receivedAll += Number(received);
  }
  return found ? { sent: sentAll, received: receivedAll } : null;
}

/** Standard error of a tool without what ssh says of its connections. */
export const withoutSshReport = (errors: string): string =>
  errors
    .split('\n')
    .filter((line) => !REPORTED.test(line))
    .join('\n');
