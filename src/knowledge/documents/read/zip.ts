import { crc32, inflateRawSync } from 'node:zlib';

/** What a ZIP archive may unpack to, in bytes, all entries together. */
export const mostUnpackedBytes = 64 * 1024 * 1024;
const mostEntries = 5_000;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/**
 * The entries of a ZIP archive that `wanted` names. Throws a `RangeError` when it would unpack to more than
 * `mostUnpackedBytes` (whatever its directory claims), another error when it is broken.
 */
export function readZip(bytes: Buffer, wanted: (name: string) => boolean): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end === -1 || bytes.readUInt32LE(end) !== endMark) throw new Error('no end of central directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw new RangeError('too many entries');
  const entries = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  let room = mostUnpackedBytes;
  for (let entry = 0; entry < count; entry++) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new Error('broken central directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (wanted(name)) {
      const content = unpack(bytes, at, room);
      room -= content.length;
      entries.set(name, content);
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** One entry, given where it stands in the central directory. Throws `RangeError` past `room` bytes. */
function unpack(bytes: Buffer, at: number, room: number): Buffer {
  const local = bytes.readUInt32LE(at + 42);
  if (bytes.readUInt32LE(local) !== localMark) throw new Error('broken entry');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
  const method = bytes.readUInt16LE(at + 10);
  if (method === 0) {
    if (packed.length > room) throw new RangeError('too large');
    return packed;
  }
  if (method !== 8) throw new Error('unknown compression');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new RangeError('too large');
    throw error;
  }
}

/** A ZIP archive of these entries, stored without compression. */
export function writeZip(entries: Map<string, Buffer>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const title = Buffer.from(name, 'utf8');
    // Version 2.0, names in UTF-8, stored, no date, then checksum and sizes: what both headers share.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([word(localMark), shared, title, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([word(entryMark), Buffer.from([20, 0]), shared, tail, title]));
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.size, 4);
  end.writeUInt16LE(entries.size, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, central, word(endMark), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
