import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { ContentDates } from './content.ts';
import { bad, type Finding, look, ok } from './finding.ts';

export type Disk = { freeBytes: number; allBytes: number };

const leastNode: readonly [major: number, minor: number] = [20, 19];
const gigabyte = 2 ** 30;

/** Node, disk, and the clock as far as it can be judged without asking anybody. */
export function examineMachine(
  { dataDir }: Pick<Config, 'dataDir'>,
  {
    now,
    newest,
    node = process.versions.node,
    disk = diskOf,
  }: {
    now: Date;
    newest: ContentDates;
    node?: string;
    disk?: (folder: string) => Disk;
  },
): Finding[] {
  return [examineNode(node), examineDisk(disk(dataDir)), ...examineDay(now, newest)];
}

function examineNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  return isNew
    ? ok('node', `Node ${version}.`)
    : bad('node', `Node ${version} quá cũ. Cài Node ${leastNode.join('.')} trở lên.`);
}

function examineDisk({ freeBytes, allBytes }: Disk): Finding {
  const free = (freeBytes / gigabyte).toFixed(1).replace('.', ',');
  if (freeBytes < gigabyte / 2)
    return bad('disk', `Ổ đĩa chỉ còn ${free} GB. Dọn chỗ ngay: đầy thì bot không nhận được tin.`);
  if (freeBytes < 2 * gigabyte || freeBytes < allBytes / 20)
    return look('disk', `Ổ đĩa còn ${free} GB. Dọn bớt, hoặc chuyển bản sao lưu đi nơi khác.`);
  return ok('disk', `Ổ đĩa còn ${free} GB.`);
}

/** A clock that stands before the day on which somebody checked the content is wrong. */
function examineDay(now: Date, newest: ContentDates): Finding[] {
  if (newest === null || now.getTime() >= Date.parse(newest)) return [];
  return [
    bad(
      'clock',
      `Đồng hồ máy này chỉ ngày ${now.toISOString().slice(0, 10)}, trước ngày nội dung được kiểm tra (${newest}). Chỉnh lại giờ và bật đồng bộ giờ (NTP).`,
    ),
  ];
}

/** The disk a folder is on, or will be on. */
function diskOf(folder: string): Disk {
  let place = resolve(folder);
  while (!existsSync(place)) place = dirname(place);
  const { bavail, blocks, bsize } = statfsSync(place);
  return { freeBytes: bavail * bsize, allBytes: blocks * bsize };
}
