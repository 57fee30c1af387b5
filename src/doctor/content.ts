import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { localDay } from '../core/local-day.ts';
import { type DirectoryLine, directoryLines } from '../directory-news.ts';
import { loadCareWords } from '../knowledge/care.ts';
import { loadDesk } from '../knowledge/desk.ts';
import { loadDeskTemplates } from '../knowledge/desk-templates.ts';
import { readApproved } from '../knowledge/documents/folder.ts';
import { type ContentFiles, readContent } from '../knowledge/load.ts';
import { namingFiles } from '../knowledge/problem.ts';
import { readReplies } from '../knowledge/replies.ts';
import { loadSenses } from '../knowledge/senses.ts';
import { loadServices } from '../knowledge/services.ts';
import { loadOrdinary, loadSignals } from '../knowledge/signals.ts';
import { loadTrained } from '../knowledge/triage.ts';
import { readWords, type Words } from '../live/words.ts';
import { bad, type Finding, look, ok } from './finding.ts';

/** All content is read as a start would read it, and what people are told is looked at as of `now`. */
export function examineContent(config: Config, now: Date): Finding[] {
  const day = localDay(now);
  const problems: Finding[] = [];
  const reads = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const line of error.message.split('\n').filter(Boolean)) problems.push(bad('content', line));
      return null;
    }
  };
  const files = reads(() => filesOf(config));
  if (files === null) return problems;
  const words = reads(() => namingFiles(config, () => readWords(files, { operator: 'x', today: day })));
  reads(() => loadSignals(files));
  reads(() => loadOrdinary(files));
  reads(() => loadTrained(config.knowledgeDir));
  reads(() => loadSenses(config.knowledgeDir));
  reads(() => loadCareWords(files.get('knowledge/care.yaml') ?? '[]'));
  reads(() => loadDesk(files.get('knowledge/desk.yaml')));
  reads(() => loadDeskTemplates(join(config.promptsDir, 'desk-templates.yaml')));
  if (words === null || problems.length > 0) return problems;
  return [
    ok('content', `Nội dung đọc được: ${words.knowledge.passages.size} đoạn kiến thức.`),
    ...words.lapsed.map((line) => look('content', line)),
    ...examineDirectory(words, day),
    ...examineApprovals(words),
  ];
}

function filesOf(config: Config): ContentFiles {
  return new Map([
    ...readContent(config.knowledgeDir),
    ...readApproved(config.documentsDir),
    ...readReplies(join(config.promptsDir, 'replies')),
  ]);
}

/** A number people in need may call that nobody looked after is worse than one that is merely old. */
const grave: ReadonlyArray<DirectoryLine['what']> = [
  'centre-without-contact',
  'centre-contact-overdue',
  'lifeline-overdue',
  'hidden',
];

function examineDirectory({ directory }: Words, day: string): Finding[] {
  const lines = directoryLines(directory, day);
  if (lines.length === 0) return [ok('directory', 'Danh bạ nơi giúp đỡ còn mới, đã gọi thử đủ.')];
  return lines.map(({ what, line }) => (grave.includes(what) ? bad : look)('directory', line));
}

function examineApprovals({ replies }: Words): Finding[] {
  const { length } = replies.awaitingApproval;
  return length === 0
    ? [ok('approvals', 'Mọi lời cố định của máy đã được duyệt.')]
    : [
        look(
          'approvals',
          `Có ${length} lời cố định chưa được Trung tâm duyệt. Duyệt theo prompts/README.md rồi ghi ngày vào dòng approved.`,
        ),
      ];
}

/** The newest day (`YYYY-MM-DD`) on which somebody checked the directory; `null` when it cannot be read. */
export type ContentDates = string | null;

export function newestDate({ knowledgeDir }: Config): ContentDates {
  try {
    const { services } = loadServices(readFileSync(join(knowledgeDir, 'services.yaml'), 'utf8'));
    return (
      services
        .map(({ checkedOn }) => checkedOn)
        .sort()
        .at(-1) ?? null
    );
  } catch {
    // Said with the content.
    return null;
  }
}
