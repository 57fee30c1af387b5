import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Place, PublicKey, Sealed } from '../core/referral/case.ts';

const label = 'hoa-ban letter 1';
const blockBytes = 512;
const nonceBytes = 12;
const tagBytes = 16;

/** Seals a value that JSON can hold to all of `recipients`. */
export function sealLetter(value: unknown, place: Place, recipients: PublicKey[]): Sealed {
  if (recipients.length === 0) throw new Error('nobody to seal to');
  const about = aboutOf(place);
  const own = generateKeyPairSync('x25519');
  const from = rawOf(own.publicKey);
  const content = randomBytes(32);
  const to = recipients.map(({ id, raw }) => {
    const theirs = bytesOf(raw);
    const shared = diffieHellman({ privateKey: own.privateKey, publicKey: publicKeyOf(theirs) });
    return [id, close(content, boxKey(shared, from, theirs), about)] as const;
  });
  const body = close(padded(JSON.stringify(value)), content, about);
  return JSON.stringify({ v: 1, from: textOf(from), to: Object.fromEntries(to), body });
}

/** The value in a letter, or `undefined` when the key or the place is another, or the letter was changed. */
export function openLetter(sealed: Sealed, place: Place, privateKey: string): unknown {
  try {
    const { v, from, to, body } = JSON.parse(sealed);
    const mine = privateKeyOf(bytesOf(privateKey));
    const raw = rawOf(createPublicKey(mine));
    const box = to[keyId(raw)];
    if (v !== 1 || typeof box !== 'string') return undefined;
    const shared = diffieHellman({ privateKey: mine, publicKey: publicKeyOf(bytesOf(from)) });
    const about = aboutOf(place);
    const content = open(box, boxKey(shared, bytesOf(from), raw), about);
    return JSON.parse(open(body, content, about).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Whether this is a letter in our form that every one of `recipients` can open, as far as its outside tells. */
export function isSealedTo(sealed: Sealed, recipients: PublicKey[]): boolean {
  if (!form.test(sealed)) return false;
  const { to } = JSON.parse(sealed);
  return recipients.every(({ id }) => Object.hasOwn(to, id));
}

/** The very text that sealing makes: nothing can hide in a letter beside its boxes. */
const form =
  /^\{"v":1,"from":"[\w-]{43}","to":\{"[0-9a-f]{16}":"[\w-]{80}"(?:,"[0-9a-f]{16}":"[\w-]{80}")*\},"body":"[\w-]{80,}"\}$/;

/** A new pair: the public half with its fingerprint, and the raw private half (base64url). */
export function newPair(): { publicKey: PublicKey; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const raw = rawOf(publicKey);
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32);
  return { publicKey: { id: keyId(raw), raw: textOf(raw) }, privateKey: textOf(secret) };
}

/** Whether the id is the fingerprint of these bytes, and the bytes are an X25519 public key. */
export function isPublicKey({ id, raw }: PublicKey): boolean {
  const bytes = bytesOf(raw);
  return bytes.length === 32 && textOf(bytes) === raw && keyId(bytes) === id;
}

function keyId(raw: Uint8Array): string {
  return createHash('sha256').update(raw).digest('hex').slice(0, 16);
}

function boxKey(shared: Uint8Array, from: Uint8Array, theirs: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([from, theirs]), label, 32));
}

function aboutOf(place: Place): Buffer {
  return Buffer.from(`${label}|${place.case}|${place.kind}`);
}

function close(plain: Uint8Array, key: Uint8Array, about: Uint8Array): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about);
  return textOf(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

function open(box: string, key: Uint8Array, about: Uint8Array): Buffer {
  const bytes = bytesOf(box);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
    .setAAD(about)
    .setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
}

function padded(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc(blockBytes - (bytes.length % blockBytes), ' ')]);
}

const publicStart = Buffer.from('302a300506032b656e032100', 'hex');
const privateStart = Buffer.from('302e020100300506032b656e04220420', 'hex');

function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicStart, raw]), type: 'spki', format: 'der' });
}

function privateKeyOf(raw: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privateStart, raw]), type: 'pkcs8', format: 'der' });
}

function rawOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' }).subarray(-32);
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const bytesOf = (text: string) => Buffer.from(text, 'base64url');
