import { generateSecret, generateURI, verify } from 'otplib';

const issuer = 'Hoa Ban';
const periodSeconds = 30;

/** A new key for a code app, as such apps take it. */
export function newTotpKey(): string {
  return generateSecret();
}

/** What a QR code for a code app holds. */
export function totpUri(key: string, name: string): string {
  return generateURI({ issuer, label: name, secret: key });
}

/** The key to type by hand, in groups of four. */
export function keyInGroups(key: string): string {
  return key.match(/.{1,4}/g)?.join(' ') ?? key;
}

/**
 * The time step a typed code belongs to, or `null` when it is wrong, too old, or not later than `afterStep`. Clocks may
 * differ by half a minute.
 */
export async function stepOf(key: string, typed: string, afterStep: number, now: Date): Promise<number | null> {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret: key, token, epoch, epochTolerance: periodSeconds });
  if (!result.valid || !('timeStep' in result)) return null;
  return result.timeStep > afterStep ? result.timeStep : null;
}
