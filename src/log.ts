import { type DestinationStream, pino } from 'pino';

/** What a log line may carry: names, codes and numbers. There is no parameter for free text. */
export type LogFields = { code?: string; count?: number; ms?: number; port?: number; kind?: string };

export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
};

/** JSON lines on standard output (or `to`), for machines; silent when `enabled` is false. */
export function makeLog(enabled: boolean, to?: DestinationStream): Log {
  const form = { enabled, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = to === undefined ? pino(form) : pino(form, to);
  const allowed = ({ code, count, ms, port, kind }: LogFields = {}) => ({ code, count, ms, port, kind });
  return {
    info: (event, fields) => logger.info({ event, ...allowed(fields) }),
    warn: (event, fields) => logger.warn({ event, ...allowed(fields) }),
  };
}
