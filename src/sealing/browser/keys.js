// Keys of the desk in a browser: made, wrapped with a passphrase, unlocked, printed. The form is told in ../README.md.
import { bytesOf, close, keyId, open, textOf } from './letter.js';

const rounds = 1_000_000;
/** Fewer rounds than this are an attack on the passphrase, more would hang the page. */
const [leastRounds, mostRounds] = [600_000, 10_000_000];
const encoder = new TextEncoder();
const privateStart = bytesOf('MC4CAQAwBQYDK2VuBCIEIA');

/** Whether a passphrase is long enough to stand guessing: 16 characters, or five words. */
export function isStrong(passphrase) {
  const words = passphrase.trim().split(/\s+/);
  return passphrase.trim().length >= 16 && (words.length >= 5 || new Set(passphrase).size >= 8);
}

/** A new desk key: its public half to send, and the private half wrapped. Nothing else leaves this function. */
export async function makeKey(passphrase) {
  const { publicKey, secret } = await newPair();
  return { publicKey, wrapped: await wrap(secret, publicKey.id, passphrase) };
}

/** A new recovery key: its public half to send, and the code to write down, shown once. */
export async function makeRecoveryKey() {
  const { publicKey, secret } = await newPair();
  return { publicKey, code: codeOf(secret) };
}

/** The key in a wrapping, ready to open letters; it cannot be read out of the page. Rejects with a wrong passphrase. */
export async function unlockKey(wrapped, passphrase) {
  return keyOf(await unwrap(wrapped, passphrase));
}

/** The key behind a recovery code, ready to open letters. Rejects when the code is none. */
export async function recoverKey(code) {
  return keyOf(secretOf(code));
}

/** The same key wrapped with another passphrase: one's own new one, or the first one of a colleague. */
export async function rewrapKey(wrapped, passphrase, next) {
  return wrap(await unwrap(wrapped, passphrase), JSON.parse(wrapped).key, next);
}

/** A recovery key wrapped with a passphrase: how a desk goes on after every passphrase was lost. */
export async function wrapRecovered(code, passphrase) {
  const secret = secretOf(code);
  const { id, raw } = await keyOf(secret);
  return { publicKey: { id, raw }, wrapped: await wrap(secret, id, passphrase) };
}

async function newPair() {
  const pair = await crypto.subtle.generateKey('X25519', true, ['deriveBits']);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const secret = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).slice(-32);
  return { publicKey: { id: await keyId(raw), raw: textOf(raw) }, secret };
}

async function keyOf(secret) {
  const pkcs8 = new Uint8Array([...privateStart, ...secret]);
  const readable = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', true, ['deriveBits']);
  const raw = bytesOf((await crypto.subtle.exportKey('jwk', readable)).x);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  return { id: await keyId(raw), raw: textOf(raw), privateKey };
}

async function wrap(secret, id, passphrase) {
  if (!isStrong(passphrase)) throw new Error('weak passphrase');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const box = await close(secret, await stretched(passphrase, salt, rounds), aboutOf(id));
  return JSON.stringify({ v: 1, key: id, rounds, salt: textOf(salt), box });
}

async function unwrap(wrapped, passphrase) {
  const { v, key, rounds: times, salt, box } = JSON.parse(wrapped);
  if (v !== 1 || !(times >= leastRounds && times <= mostRounds)) throw new Error('not a wrapping of ours');
  return open(box, await stretched(passphrase, bytesOf(salt), times), aboutOf(key));
}

async function stretched(passphrase, salt, iterations) {
  const typed = encoder.encode(passphrase.normalize('NFC').trim());
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, 256),
  );
}

const aboutOf = (id) => encoder.encode(`hoa-ban key 1|${id}`);

/** Letters and digits that cannot be taken for one another. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 32 bytes as 13 groups of four. */
function codeOf(secret) {
  const bits = [...secret].map((one) => one.toString(2).padStart(8, '0')).join('');
  const code = (bits.match(/.{1,5}/g) ?? []).map((five) => signs[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
  return code.match(/.{1,4}/g).join('-');
}

function secretOf(code) {
  const clean = code
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  const bits = [...clean].map((sign) => signs.indexOf(sign).toString(2).padStart(5, '0')).join('');
  if (clean.length !== 52 || bits.includes('-')) throw new Error('not a recovery code');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
