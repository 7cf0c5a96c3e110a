/** What `peer.js` hands out, for the test in TypeScript; see there. */
export interface PeerRun {
  readonly jobs: number;
  readonly bytesStored: number;
  readonly meanSeconds: number;
  readonly stored: number;
  readonly seconds: number;
}

export function playPeer(choice: {
  readonly workloads: number;
  readonly days: number;
  /** What is run; that of the system unless given. */
  readonly python?: string;
}): PeerRun | null;
