/** The clock of tables that hold no instant; apart from `clock.ts`, which loads calendars. */
export const NO_CLOCK = (instant: string): string => instant;
