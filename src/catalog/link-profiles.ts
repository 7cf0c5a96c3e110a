import { ASSUMED, type Origin, type Sourced, sourced } from './sourced.ts';

/**
 * A network link.
 *
 * @property rate nominal rate in bytes/s.
 * @property goodput payload as a share of the nominal rate.
 * @property mss payload bytes of one TCP segment, for throughput under loss.
 */
export interface LinkProfile {
  readonly name: string;
  readonly title: string;
  readonly rate: Sourced;
  readonly goodput: Sourced;
  readonly mss: Sourced;
}

const ETHERNET: Origin = {
  source: 'IEEE Std 802.3-2022, the nominal rate in the name',
  date: '2022',
  grade: 'derived',
};

const WAN: Origin = {
  source: 'by definition: the rate in the name',
  date: ASSUMED.date,
  grade: 'derived',
};

/** Source of the TCP/IPv4 goodput of Ethernet: arithmetic on the header sizes of the standards. */
export const FRAMES: Origin = {
  source:
    'IEEE Std 802.3-2022 (18 B of frame, 8 B of preamble, 12 B of gap), RFC 791 and RFC 9293 ' +
    '(headers of 20 B each)',
  date: '2022-08',
  grade: 'derived',
};

const STANDARD_FRAMES = {
  goodput: sourced(1460 / 1538, 'share', FRAMES, 'MTU 1500; 1448/1538 with TCP timestamps'),
  mss: sourced(1460, 'B', FRAMES, 'MTU 1500, no TCP options'),
} as const;

const JUMBO_FRAMES = {
  goodput: sourced(
    8960 / 9038,
    'share',
    FRAMES,
    'MTU 9000 on every hop, which is no part of the standard',
  ),
  mss: sourced(8960, 'B', FRAMES, 'MTU 9000, no TCP options'),
} as const;

const gigabits = (rate: number, origin: Origin): Sourced =>
  sourced((rate * 1e9) / 8, 'B/s', origin);

const ethernet = (gigabit: number): LinkProfile => ({
  name: `ethernet/${gigabit}g`,
  title: `${gigabit} Gbit/s Ethernet, MTU 1500`,
  rate: gigabits(gigabit, ETHERNET),
  ...STANDARD_FRAMES,
});

const jumbo = (gigabit: number): LinkProfile => ({
  name: `ethernet/${gigabit}g-jumbo`,
  title: `${gigabit} Gbit/s Ethernet, MTU 9000`,
  rate: gigabits(gigabit, ETHERNET),
  ...JUMBO_FRAMES,
});

const wan = (name: string, title: string, gigabit: number): LinkProfile => ({
  name,
  title,
  rate: gigabits(gigabit, WAN),
  ...STANDARD_FRAMES,
});

/** Values of `profile` of a link, in display order. */
export const LINK_PROFILES: readonly LinkProfile[] = [
  ethernet(1),
  ethernet(10),
  ethernet(25),
  ethernet(100),
  jumbo(10),
  jumbo(25),
  jumbo(100),
  wan('wan/100m', '100 Mbit/s between sites', 0.1),
  wan('wan/1g', '1 Gbit/s between sites', 1),
  wan('wan/10g', '10 Gbit/s between sites', 10),
];

/** The link profile of that name, if there is one. */
export const linkProfile = (name: string): LinkProfile | undefined =>
  LINK_PROFILES.find((profile) => profile.name === name);
