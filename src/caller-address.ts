import { BlockList, isIP, isIPv4 } from 'node:net';

/** Networks that are nobody's on the internet: what knocks from there is this machine, or a proxy beside it. */
const nearby = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1',
  'fc00::/7',
  'fe80::/10',
];

/** Whether an address belongs to a list of addresses and networks. */
export type Belongs = (address: string) => boolean;

/** A list of addresses and networks ("10.1.2.3", "10.0.0.0/8", "fd00::/8"), or `null` when one of them is none. */
export function networks(list: readonly string[]): Belongs | null {
  const blocks = new BlockList();
  for (const one of list) {
    const [address = '', bits, ...more] = one.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    const most = family === 'ipv4' ? 32 : 128;
    const prefix = bits === undefined ? most : Number(bits);
    // A network as wide as the internet would have everybody name their own address.
    const isWhole = /^\d{1,3}$/.test(bits ?? '0') && prefix >= 7 && prefix <= most && more.length === 0;
    if (isIP(address) === 0 || !isWhole) return null;
    blocks.addSubnet(address, prefix, family);
  }
  return (address) => isIP(address) !== 0 && blocks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

const isNearby = networks(nearby) as Belongs;
const isThisMachine = networks(['127.0.0.0/8', '::1']) as Belongs;

/**
 * Where a request came from; `unnamed-proxy`: from a proxy that nobody named, so that what it says is not believed;
 * `unknown`: cannot be told, as from this machine itself, where a proxy that tells nothing may stand.
 */
export type CallerAddress = { kind: 'known'; address: string } | { kind: 'unknown' } | { kind: 'unnamed-proxy' };

/**
 * The address a request came from. `forwarded`, the header X-Forwarded-For, is believed only as far as trusted proxies
 * wrote it: read from its end, up to the first address that is none of theirs. What a caller wrote stands before that.
 */
export function callerAddress(
  peer: string | undefined,
  forwarded: string | undefined,
  isTrusted: Belongs,
): CallerAddress {
  const hops = (forwarded ?? '').split(',').flatMap((hop) => hop.trim() || []);
  let at = plainAddress(peer ?? '');
  if (at === null) return { kind: 'unknown' };
  if (!isTrusted(at)) {
    if (hops.length > 0 && isNearby(at)) return { kind: 'unnamed-proxy' };
    return isThisMachine(at) ? { kind: 'unknown' } : { kind: 'known', address: at };
  }
  while (isTrusted(at)) {
    const before = plainAddress(hops.pop() ?? '');
    if (before === null) return { kind: 'unknown' };
    at = before;
  }
  return { kind: 'known', address: at };
}

/** What one household or machine has to itself: an IPv4 address whole, of IPv6 the network of 64 bits. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const [front, back] = [head, tail ?? ''].map((half) => half.split(':').filter((group) => group !== ''));
  const given = [...(front ?? []), ...(back ?? [])].length;
  const groups = [
    ...(front ?? []),
    ...(tail === undefined ? [] : Array(Math.max(0, 8 - given)).fill('0')),
    ...(back ?? []),
  ];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** The address without port, brackets, zone or the IPv6 form of an IPv4 address; `null` when it is none. */
function plainAddress(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
  const [zoneless = ''] = bare.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(zoneless)?.[1];
  const address = mapped ?? zoneless;
  return isIP(address) === 0 ? null : address;
}
