import { spellingOf } from '../../../core/vietnamese/spelling.ts';
import { refused } from './refused.ts';

/** Bytes of a text file as text: by its byte order mark, as UTF-8, by `charset`, or by what reads as Vietnamese. */
export function decodeText(bytes: Buffer, charset: string | null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw refused('tệp này không phải tệp chữ. Kiểm tra lại tên tệp và đuôi tệp.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const tried = [charset ?? 'windows-1258', 'windows-1258', 'windows-1252'].flatMap((name) => decoded(bytes, name));
    return tried.find((text) => spellingOf(text) === 'unicode') ?? tried.at(-1) ?? '';
  }
}

function decoded(bytes: Buffer, charset: string): string[] {
  try {
    return [new TextDecoder(charset).decode(bytes).normalize('NFC')];
  } catch {
    return [];
  }
}
