import { createHmac, hkdfSync } from 'node:crypto';

/** Keys of the officers' side, each for one purpose, all from one secret of the operator's. */
export type OfficerKeys = {
  /** Signs the cookie. */
  cookie: string;
  /** Makes marks of ids and codes. */
  marks: Buffer;
  /** Makes the marks of the audit log. */
  audit: Buffer;
};

export function officerKeys(secret: string): OfficerKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'hoa-ban', `officers ${purpose}`, 32));
  return { cookie: derive('cookie').toString('hex'), marks: derive('marks'), audit: derive('audit') };
}

/** What a mark is of: the same text has other marks for other uses. */
type Use = 'session' | 'name' | 'set-up' | 'recovery';
export type MakeMark = (use: Use, text: string) => Buffer;

export function makeMarks(key: Buffer): MakeMark {
  return (use, text) => createHmac('sha256', key).update(`${use}\0${text}`).digest();
}
