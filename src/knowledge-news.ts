import { join } from 'node:path';
import type { Knowledge } from './core/knowledge.ts';
import { type Change, changesBetween, loadManifest, manifestOf, saveManifest } from './knowledge/manifest.ts';

/** A document's line for every change is too much after a big edit. */
const mostDocuments = 12;

/**
 * What changed in the knowledge since the last run, in lines for the operator; no line when nothing did. Notes the
 * present state for the next run.
 */
export function knowledgeNews(dataDir: string, knowledge: Knowledge): string[] {
  const file = join(dataDir, 'prepared', 'knowledge.json');
  const before = loadManifest(file);
  if (before?.fingerprint === knowledge.fingerprint) return [];
  const now = manifestOf(knowledge);
  saveManifest(file, now);
  const whole = `${knowledge.passages.size} đoạn từ ${Object.keys(now.documents).length} văn bản`;
  if (before === null) return [`Kiến thức: ${whole}.`];
  const changes = changesBetween(before, now);
  const sum = (of: 'fresh' | 'changed' | 'gone') => changes.reduce((all, one) => all + one[of], 0);
  const total = told({ fresh: sum('fresh'), changed: sum('changed'), gone: sum('gone') });
  return [
    `Kiến thức: ${whole}. So với lần trước: ${total || 'các đoạn không đổi'}.`,
    ...changes.slice(0, mostDocuments).map((one) => `  ${one.document}: ${told(one)}`),
    ...(changes.length > mostDocuments ? [`  … và ${changes.length - mostDocuments} văn bản khác`] : []),
  ];
}

function told({ fresh, changed, gone }: Omit<Change, 'document'>): string {
  const parts = [
    fresh > 0 ? `${fresh} đoạn mới` : '',
    changed > 0 ? `${changed} đoạn đổi` : '',
    gone > 0 ? `${gone} đoạn bỏ` : '',
  ];
  return parts.filter(Boolean).join(', ');
}
