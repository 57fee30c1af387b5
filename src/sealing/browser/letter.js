// Sealed letters in a browser: the form is told in ../README.md. Pure WebCrypto, loads nothing.

const label = 'hoa-ban letter 1';
const blockBytes = 512;
const encoder = new TextEncoder();

/** Seals a value that JSON can hold, for its place `{ case, kind }`, to all of `recipients` (`{ id, raw }`). */
export async function sealLetter(value, place, recipients) {
  if (recipients.length === 0) throw new Error('nobody to seal to');
  const about = aboutOf(place);
  const own = await crypto.subtle.generateKey('X25519', true, ['deriveBits']);
  const from = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey));
  const content = crypto.getRandomValues(new Uint8Array(32));
  const to = {};
  for (const { id, raw } of recipients) {
    const theirs = bytesOf(raw);
    if ((await keyId(theirs)) !== id) throw new Error('wrong key');
    to[id] = await close(content, await boxKey(own.privateKey, theirs, from, theirs), about);
  }
  const body = await close(padded(JSON.stringify(value)), content, about);
  return JSON.stringify({ v: 1, from: textOf(from), to, body });
}

/** The value in a letter. `key` is an unlocked key of keys.js. Rejects when it does not open here. */
export async function openLetter(sealed, place, key) {
  const { v, from, to, body } = JSON.parse(sealed);
  if (v !== 1 || !Object.hasOwn(to, key.id)) throw new Error('not sealed to this key');
  const about = aboutOf(place);
  const theirs = bytesOf(from);
  const content = await open(to[key.id], await boxKey(key.privateKey, theirs, theirs, bytesOf(key.raw)), about);
  return JSON.parse(new TextDecoder().decode(await open(body, content, about)));
}

/** Fingerprint of a raw public key. */
export async function keyId(raw) {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
  return [...sum.slice(0, 8)].map((one) => one.toString(16).padStart(2, '0')).join('');
}

async function boxKey(privateKey, publicRaw, from, theirs) {
  const publicKey = await crypto.subtle.importKey('raw', publicRaw, 'X25519', false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'X25519', public: publicKey }, privateKey, 256);
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  const salt = new Uint8Array([...from, ...theirs]);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(label) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256));
}

function aboutOf(place) {
  return encoder.encode(`${label}|${place.case}|${place.kind}`);
}

function padded(text) {
  const bytes = encoder.encode(text);
  const whole = new Uint8Array(bytes.length + blockBytes - (bytes.length % blockBytes)).fill(32);
  whole.set(bytes);
  return whole;
}

/** Closes bytes with a raw key: nonce, cipher text and tag as text. */
export async function close(plain, rawKey, about) {
  const key = await crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: about }, key, plain));
  return textOf(new Uint8Array([...iv, ...box]));
}

/** Opens what `close` closed. Rejects with another key or place, or when a byte was changed. */
export async function open(box, rawKey, about) {
  const bytes = bytesOf(box);
  const key = await crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['decrypt']);
  const how = { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: about };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, bytes.slice(12)));
}

/** Bytes as base64url, and back. */
export function textOf(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

export function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
}
