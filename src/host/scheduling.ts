/** Seconds in which some, and in which all, that could have worked waited for a resource. */
export interface Stalled {
  readonly some: number;
  readonly full: number;
}

/** Waits for the processors, for devices and for memory: Linux's pressure stall information. */
export interface Pressure {
  readonly cpu: Stalled;
  readonly io: Stalled;
  readonly memory: Stalled;
}

/** How long the threads of a program waited for a core, in seconds. */
export interface Queue {
  /** All threads added up, and the one that waited longest, as looked at now and then. */
  readonly all: number;
  readonly most: number;
}

/** How often threads gave their core up to wait, and how often it was taken from them. */
export interface Switches {
  readonly waited: number;
  readonly preempted: number;
}
