import { expect, test } from 'vitest';
import { alarms } from '../src/core/service-alarms.ts';
import { directoryNews } from '../src/directory-news.ts';
import { loadServices } from '../src/knowledge/services.ts';
import { content } from './fakes.ts';

const directory = loadServices(content.get('knowledge/services.yaml') ?? '');

test('the operator reads one line for each kind of entry that waits for a check', () => {
  const lines = directoryNews(directory, '2026-11-25');
  expect(lines[0]).toContain('Trung tâm Công tác xã hội chưa có số liên hệ');
  expect(lines.some((line) => line.includes('chưa ai gọi thử 113'))).toBe(true);
});

test('an overdue emergency line is told', () => {
  expect(directoryNews(directory, '2027-12-01').join('\n')).toMatch(/113.* quá hạn kiểm tra nhưng vẫn hiện/);
});

test('every alarm is in some line', () => {
  const kinds = new Set(alarms(directory, '2027-12-01').map((one) => one.what));
  expect(directoryNews(directory, '2027-12-01')).toHaveLength(kinds.size);
});
