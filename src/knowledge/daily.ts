import { z } from 'zod';
import type { DailyFact } from '../core/daily.ts';
import { isDiscreet } from '../core/discreet.ts';
import { unsupportedFigures } from '../core/figures.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { CampaignDay } from '../core/news.ts';
import { holds } from '../core/quiz.ts';
import { approved, id } from './campaign-form.ts';
import type { ContentFiles } from './load.ts';
import { ContentInvalid, describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const facts = z.array(
  z.strictObject({
    id,
    text: z.string().min(20).max(200),
    passage: z.string(),
    place: z.string().optional(),
    day: z.string().optional(),
    approved,
  }),
);

/**
 * Reads `knowledge/campaigns/facts`. Throws `knowledge-invalid` with file, line and mend. `lapsed` tells file, line and
 * mend of what rests on law that does not hold on `today`: it is not told.
 */
export function loadDaily(
  files: ContentFiles,
  knowledge: Knowledge,
  days: CampaignDay[],
  today: string,
): { facts: DailyFact[]; lapsed: string[] } {
  const problems: Problem[] = [];
  const lapsed: Problem[] = [];
  const all: DailyFact[] = [];
  for (const [file, text] of files) {
    if (!file.startsWith('knowledge/campaigns/facts/')) continue;
    const read = readYaml(file, text, facts, problems);
    read?.value.forEach((fact, at) => {
      const line = read.lineOf([at]);
      for (const what of wrongWith(fact, all, days, knowledge)) problems.push({ file, line, what });
      if (!holds(fact.passage, knowledge, today))
        lapsed.push({ file, line, what: `điều "${fact.id}" dựa vào đoạn nay không còn hiệu lực. Sửa lại.` });
      all.push(fact);
    });
  }
  if (problems.length > 0) throw new ContentInvalid(problems, 'Mỗi ngày một điều chưa đúng:');
  return { facts: all, lapsed: lapsed.map((one) => describeProblems([one])) };
}

function wrongWith(fact: DailyFact, before: DailyFact[], days: CampaignDay[], knowledge: Knowledge): string[] {
  const passage = knowledge.passages.get(fact.passage);
  const strange = passage ? unsupportedFigures(fact.text, [passage.text]) : [];
  const dayIsKnown = fact.day === undefined || days.some((day) => day.id === fact.day);
  const placeIsKnown = fact.place === undefined || passage?.cites.some((cite) => cite.locator === fact.place);
  return [
    ...(before.some((other) => other.id === fact.id) ? [`tên "${fact.id}" đã dùng cho điều khác.`] : []),
    ...(passage ? [] : [`"passage" nêu "${fact.passage}" nhưng không có đoạn kiến thức nào tên đó.`]),
    ...(placeIsKnown ? [] : [`"place" nêu "${fact.place}" nhưng đoạn "${fact.passage}" không có căn cứ đó.`]),
    ...(dayIsKnown ? [] : [`"day" nêu "${fact.day}" nhưng campaigns/days không có ngày đó.`]),
    ...(isDiscreet(fact.text) ? [] : ['có chữ lộ chuyện riêng khi hiện trên màn hình khóa. Đổi chữ.']),
    ...strange.map((figure) => `"text" nói ${figure} mà đoạn "${fact.passage}" không có con số đó.`),
  ];
}
