import type { Card } from '../../core/care/card.ts';
import type { Knowledge } from '../../core/knowledge.ts';
import type { Names } from '../../core/measures/words.ts';
import type { LearningPath } from '../../core/quiz/path.ts';
import type { Group } from '../../core/quiz/set.ts';

const cardNames: Record<Card, string> = {
  emergency: 'Thẻ khẩn cấp',
  'emergency-other': 'Thẻ khẩn cấp, cho người khác',
  'emergency-perpetrator': 'Thẻ khẩn cấp, người sợ mình gây hại',
  child: 'Thẻ cho trẻ em',
  'child-other': 'Thẻ về trẻ em, cho người lớn',
  suicide: 'Thẻ về ý muốn chết',
  'suicide-again': 'Thẻ về ý muốn chết, nhắc lại',
  'suicide-other': 'Thẻ về ý muốn chết, cho người thân',
  trafficking: 'Thẻ về mua bán người',
  'forced-marriage': 'Thẻ về ép cưới',
  sexual: 'Thẻ về xâm hại tình dục',
  harassment: 'Thẻ về quấy rối',
  online: 'Thẻ về bị hại trên mạng',
  other: 'Thẻ cho người lo cho người khác',
  'other-outside': 'Thẻ cho người lo cho người khác, chuyện ngoài gia đình',
  perpetrator: 'Thẻ cho người sợ mình gây hại',
  help: 'Thẻ giúp đỡ chung',
  'help-again': 'Thẻ giúp đỡ, nhắc lại',
};

const groupNames: Record<Group, string> = {
  all: 'Câu đố cho mọi người',
  pupils: 'Câu đố cho học sinh',
  workers: 'Câu đố cho người đi làm',
  farmers: 'Câu đố cho bà con làm nương, làm ruộng',
  officials: 'Câu đố cho cán bộ',
};

/** With a capital: titles of cards are questions as people type them. */
const sentence = (title: string | undefined) => title && title.charAt(0).toUpperCase() + title.slice(1);

/** What ids in facts are called, by the knowledge and the lessons of this moment. */
export function namesOf({ passages, documents }: Knowledge, paths: readonly LearningPath[]): Names {
  const known: Record<string, string> = { ...cardNames };
  for (const { id, title } of paths) known[`path-${id}`] = title;
  for (const [group, name] of Object.entries(groupNames)) known[`quiz-set-${group}`] = name;
  return {
    topic: (id) => sentence(passages.get(id)?.title) ?? known[id] ?? `Mục đã bỏ hoặc lời soạn sẵn (${id})`,
    document: (number) => documents.get(number)?.short ?? number,
  };
}
