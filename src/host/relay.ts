/** What passed through a relay since it was opened; sent and received as its users see it. */
export interface RelayTraffic {
  /** HTTP requests that were begun, repeated ones counted each time. */
  readonly requests: number;
  /** Bytes of the connections, headers included: to the service, and from it. */
  readonly sent: number;
  readonly received: number;
}

/** A relay to a service over plain HTTP; the caller that opened it closes it. */
export interface Relay {
  /** Where it listens on this machine, e.g. `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  traffic(): RelayTraffic;
  /** Ends it and all its connections; again without effect. */
  close(): void;
}
