import { networks } from './caller-address.ts';

/** How the service is watched and stopped. */
export type OperationsConfig = {
  /** Where figures for Prometheus can be fetched; `null`: nowhere. */
  metrics: { host: string; port: number; token: string | null } | null;
  /** How long a replica that was asked to stop still answers, so that the proxy sees it leave. */
  drainMs: number;
  /** The first day (`YYYY-MM-DD`) on which questions are answered no more; `null`: the service goes on. */
  closesOn: string | null;
  /** Proxies in front, whose word on where a request came from is believed: addresses and networks. */
  trustedProxies: readonly string[];
  /** Messages that one network address may send to the web chat in a minute. */
  messagesPerAddress: number;
};

type Settings = {
  METRICS_PORT?: string | undefined;
  METRICS_HOST?: string | undefined;
  METRICS_TOKEN?: string | undefined;
  DRAIN_SECONDS?: string | undefined;
  CLOSES_ON?: string | undefined;
  TRUSTED_PROXY?: string | undefined;
  MESSAGES_PER_ADDRESS?: string | undefined;
};

export const operationsSettings = [
  'METRICS_PORT',
  'METRICS_HOST',
  'METRICS_TOKEN',
  'DRAIN_SECONDS',
  'CLOSES_ON',
  'TRUSTED_PROXY',
  'MESSAGES_PER_ADDRESS',
] as const;

/** Reads the settings; `refuse` is told of each that cannot be, with what it must be. Values are never repeated. */
export function operationsConfig(
  given: Settings,
  refuse: (name: (typeof operationsSettings)[number], must: string) => void,
): OperationsConfig {
  const { METRICS_PORT: port, METRICS_HOST: host = '127.0.0.1', METRICS_TOKEN: token = null } = given;
  const whole = (name: (typeof operationsSettings)[number], text: string, most: number, least = 0) => {
    if (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    refuse(name, `phải là số từ ${least} đến ${most}`);
    return least;
  };
  if (token !== null && token.length < 16) refuse('METRICS_TOKEN', 'cần ít nhất 16 ký tự ngẫu nhiên');
  if (port !== undefined && token === null && !isThisMachine(host))
    refuse('METRICS_TOKEN', 'phải có khi METRICS_HOST mở ra ngoài máy này');
  const closesOn = given.CLOSES_ON ?? null;
  if (closesOn !== null && !isDay(closesOn)) refuse('CLOSES_ON', 'phải là một ngày, ví dụ 2027-03-31');
  const trustedProxies = (given.TRUSTED_PROXY ?? '').split(',').flatMap((one) => one.trim() || []);
  if (networks(trustedProxies) === null)
    refuse('TRUSTED_PROXY', 'phải là địa chỉ hoặc dải địa chỉ, cách nhau bằng dấu phẩy, ví dụ 127.0.0.1, 10.0.0.0/8');
  return {
    closesOn,
    trustedProxies,
    messagesPerAddress: whole('MESSAGES_PER_ADDRESS', given.MESSAGES_PER_ADDRESS ?? '600', 100_000, 60),
    metrics: port === undefined ? null : { host, port: whole('METRICS_PORT', port, 65_535), token },
    drainMs: 1_000 * whole('DRAIN_SECONDS', given.DRAIN_SECONDS ?? '0', 300),
  };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
