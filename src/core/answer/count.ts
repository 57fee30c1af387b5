import type { Topic } from '../conversation.ts';
import { planPartsAsked } from '../question/plan-parts.ts';
import type { Question } from '../question/understand.ts';
import type { Composed } from './composed.ts';
import { topicFacts } from './direct.ts';
import type { Library } from './library.ts';
import { inWords } from './spoken-number.ts';

/** Answers "how many objectives, indicators, models", counted from the plan; `null` when that is not asked. */
export function answerCount(question: Question, topic: Topic | null, library: Library): Composed | null {
  const { knowledge } = library;
  const claimed = claimedCount(question);
  const parts = planPartsAsked(question);
  const listsModels = asksModels.test(question.folded) && question.agency === null && !question.asks.has('who');
  if (
    (!question.asks.has('count') && claimed === null && !listsModels && parts === null) ||
    (question.document !== null && question.document !== knowledge.plan)
  )
    return null;
  const asked = listsModels
    ? 'mo hinh'
    : (parts ??
      claimed?.what ??
      /\b(?:may|bao nhieu) (muc tieu|chi tieu|mo hinh|giai phap)\b/.exec(question.folded)?.[1]);
  if (asked === undefined) return null;
  const all = [...knowledge.passages.values()];
  const objectives = all.filter((one) => one.facts.kind === 'objective');
  const indicatorsOf = (objective: number) =>
    all.filter((one) => one.facts.kind === 'indicator' && one.facts.objective === objective);
  const verdict = (many: number) =>
    claimed === null ? '' : claimed.many === many ? 'Đúng vậy. ' : 'Con số bạn nêu không khớp với kế hoạch. ';
  const cite = (locator: string) => ({ document: knowledge.plan, locator });
  const titles = (of: typeof all) => of.map((one) => one.title).join('\n');
  const made = (text: string, of: typeof all, locators: string[]): Composed => ({
    text,
    cites: locators.map(cite),
    passages: of.map((one) => one.id),
    more: null,
    outcome: 'answer',
  });
  // "Có mấy chỉ tiêu?" after an objective asks of that one.
  const objective =
    question.place.objective ?? (question.content.length > 0 ? null : (topicFacts(topic, library)?.objective ?? null));
  if (asked === 'giai phap' && objective === null) {
    const found = [...(library.places.get(knowledge.plan) ?? [])].filter(([locator]) => /^Mục IV\.\d+$/.test(locator));
    const heads = found.flatMap(([, [first]]) => first ?? []);
    if (heads.length === 0) return null;
    const lines = heads.map((one) => `${one.locator}: ${one.title}`);
    return made(
      `${verdict(heads.length)}Phần IV của kế hoạch có ${inWords(heads.length)} giải pháp:\n${lines.join('\n')}`,
      heads,
      heads.map((one) => one.locator),
    );
  }
  if (asked === 'mo hinh') {
    const models = all.filter((one) => one.facts.kind === 'model');
    return made(`${verdict(models.length)}Kế hoạch có ${inWords(models.length)} mô hình:\n${titles(models)}`, models, [
      'Mục III.2.2',
    ]);
  }
  const both = /\b(?:may|bao nhieu) muc tieu\b.*\b(?:may|bao nhieu) chi tieu\b/.test(question.folded);
  if (asked === 'muc tieu' && !both) {
    // Who asks how many is told how many; who asks what the aims are is told the general one first, and the list whole.
    const general = parts === null ? undefined : library.places.get(knowledge.plan)?.get('Mục tiêu tổng quát')?.[0];
    const told = general ? [general, ...objectives] : objectives;
    const list = made(
      `${general ? `${general.say}\n` : ''}${verdict(objectives.length)}Kế hoạch có ${objectives.length} mục tiêu cụ thể:\n${titles(objectives)}`,
      told,
      told.map((one) => one.locator),
    );
    return general ? { ...list, screens: 2 } : list;
  }
  if ((asked !== 'chi tieu' && !both) || question.agency !== null) return null;
  if (objective !== null) {
    const whole = objectives.find((one) => one.facts.kind === 'objective' && one.facts.objective === objective);
    const found = indicatorsOf(objective);
    if (!whole || found.length === 0) return null;
    return made(
      `${verdict(found.length)}${whole.title} có ${found.length} chỉ tiêu. Gõ "xem thêm" để đọc từng chỉ tiêu.`,
      [whole],
      [whole.locator],
    );
  }
  if (question.content.length > 1) return null;
  const counts = objectives.map((one) =>
    one.facts.kind === 'objective' ? indicatorsOf(one.facts.objective).length : 0,
  );
  const sum = counts.reduce((total, one) => total + one, 0);
  const lines = objectives.map((one, at) => `${one.title}: ${counts[at]} chỉ tiêu`);
  return made(
    `${verdict(sum)}Kế hoạch có ${both ? `${objectives.length} mục tiêu cụ thể, ` : ''}${counts.join(' + ')} = ${sum} chỉ tiêu:\n${lines.join('\n')}${parts === null ? '' : inDetail}`,
    objectives,
    objectives.map((one) => one.locator),
  );
}

/** Twenty targets with their figures are more than a screen holds. */
const inDetail = '\nMuốn xem con số của từng chỉ tiêu, bạn gõ "mục tiêu" và số của mục tiêu đó.';

/** "Kế hoạch nêu những mô hình nào": all of them, where no kind of model is named. */
const asksModels =
  /\b(?:ke hoach|kh)(?: \d+)?(?: (?:cua )?tinh)?(?: \S+){0,2} (?:nhung|cac|may) mo hinh(?: nao| gi)?$|\b(?:ke hoach|kh)(?: \d+)?(?: (?:cua )?tinh)?(?: \S+){0,2} (?:nhung|cac) mo hinh (?:nao|gi)(?= (?:ke|liet ke|noi|cho|giup|de|vay|the)\b)/;

/** "Kế hoạch có 8 mục tiêu đúng không": the number claimed, and of what; `null` when none is. */
function claimedCount({ asks, folded }: Question): { many: number; what: string } | null {
  const found = asks.has('check')
    ? /\b(?:co|gom|dat|du)(?: (?:ca|tat ca|tong cong))? (\d{1,2}) (muc tieu|chi tieu|mo hinh)\b/.exec(folded)
    : null;
  return found ? { many: Number(found[1]), what: found[2] ?? '' } : null;
}
