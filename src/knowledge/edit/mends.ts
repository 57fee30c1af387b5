import { helpWords } from '../../core/care/help-words.ts';
import { fieldsOf } from '../../core/content/fields.ts';
import { type ItemKey, nameOf } from '../../core/content/item.ts';
import type { Knowledge } from '../../core/knowledge.ts';
import { unknownPhones } from '../../core/phones.ts';
import type { Directory, Service } from '../../core/services.ts';
import type { Problem } from '../problem.ts';
import type { LoadedReplies } from '../replies.ts';
import { mendsOfReply, type ReplyRules } from './reply-rules.ts';

/** What must be mended before a draft may be published, in words for its editor. */
export type Mend = string;

/** The mistakes a start would find, said by the fields of the form rather than by places in files. */
export function mendsOf({ kind }: ItemKey, problems: Problem[]): Mend[] {
  return problems.map(({ what }) => {
    const found =
      /^mục "(?:services\.\d+|centre\.contact|\d+)\.([^"]*)" chưa đúng: (.*?)(?: Xem mẫu trong knowledge\/README\.md\.)?$/.exec(
        what,
      );
    if (!found) return what;
    const [, path = '', why = ''] = found;
    const label =
      fieldsOf(kind).find((field) => path === field.path || path.startsWith(`${field.path}.`))?.label ?? path;
    return `ô “${label}”: ${why}`;
  });
}

/** The content as it would be with the draft in it, for what only drafts are held to. */
export type Candidate = { knowledge: Knowledge; replies: LoadedReplies; directory: Directory };

/**
 * Rules that a start does not check, because the files are read by lawyers and tests first: numbers in cards, the form of
 * fixed texts, the lines that must never go away.
 */
export function mendsOfDraft(key: ItemKey, candidate: Candidate, files: Directory, rules: ReplyRules): Mend[] {
  switch (key.kind) {
    case 'card':
      return mendsOfCard(key.id, candidate, rules);
    case 'quiz':
      return [];
    case 'service':
    case 'centre':
      return mendsOfDirectory(candidate, files, rules);
    case 'reply':
      return [...mendsOfReply(key.id, said(key.id, candidate, rules), rules), ...mendsOfCites(key.id, candidate)];
  }
}

function mendsOfCard(id: string, { knowledge, directory }: Candidate, { day }: ReplyRules): Mend[] {
  const passage = knowledge.passages.get(id);
  const strange = unknownPhones(`${passage?.say ?? ''}\n${passage?.more ?? ''}`, directory, day);
  return strange.map((number) => `số ${number} không có trong danh bạ được nói hôm nay.`);
}

/** What a fixed text rests on must stand in the knowledge. */
function mendsOfCites(id: string, { knowledge, replies }: Candidate): Mend[] {
  const places = [...knowledge.passages.values()];
  return replies.get(id).cites.flatMap(({ document, locator }) => {
    const found = places.some(
      (one) => one.document === document && (one.locator === locator || one.locator.startsWith(`${locator} `)),
    );
    return found ? [] : [`căn cứ "${locator}" của ${document} chưa có trong kho.`];
  });
}

/** A lifeline stays as the files have it; no text may show a number that the directory would no longer vouch for. */
function mendsOfDirectory({ directory, replies, knowledge }: Candidate, files: Directory, rules: ReplyRules): Mend[] {
  const changed = files.services.filter((one) => one.lifeline && !isSameLine(one, directory.services));
  const texts = [
    ...replies.ids.map((id) => [
      nameOf({ kind: 'reply', id }),
      said(id, { directory, replies, knowledge }, rules).join('\n'),
    ]),
    ...[...knowledge.passages.values()]
      .filter(({ facts }) => facts.kind === 'card')
      .map((one) => [nameOf({ kind: 'card', id: one.id }), `${one.say}\n${one.more ?? ''}`]),
  ];
  return [
    ...changed.map(
      ({ number }) => `${number} là số cứu nạn: số, mức tin cậy và người gọi được phải giữ như trong tệp.`,
    ),
    ...texts.flatMap(([name, text = '']) =>
      unknownPhones(text, directory, rules.day).map(
        (number) => `số ${number} còn đứng trong "${name}". Sửa lời ấy trước.`,
      ),
    ),
  ];
}

function isSameLine(line: Service, services: Service[]): boolean {
  const now = services.find(({ id }) => id === line.id);
  if (now === undefined) return false;
  const suits = (['child', 'adult', 'trafficking'] as const).every((who) => now.suits[who] === line.suits[who]);
  return now.number === line.number && now.lifeline && now.mark === line.mark && suits;
}

function said(id: string, { replies, directory }: Candidate, { day }: ReplyRules): string[] {
  return replies.get(id, { topics: '', ...helpWords(directory, day) }).bubbles;
}
