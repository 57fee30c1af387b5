import { z } from 'zod';
import { isDiscreet } from '../core/discreet.ts';
import { unsupportedFigures } from '../core/figures.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { CampaignDay, NewsItem } from '../core/news.ts';
import { approved, id } from './campaign-form.ts';
import type { ContentFiles } from './load.ts';
import { ContentInvalid, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'ghi tháng-ngày, ví dụ "03-08"');
const days = z.array(
  z.strictObject({
    id,
    name: z.string().min(1).max(120),
    short: z.string().min(1).max(60),
    from: monthDay,
    to: monthDay,
    passage: z.string(),
  }),
);
const items = z.array(
  z.strictObject({
    id,
    title: z.string().min(1).max(100),
    text: z.string().min(200).max(1_500),
    passages: z.array(z.string()).min(1),
    day: z.string().optional(),
    approved,
  }),
);

export type LoadedNews = { days: CampaignDay[]; items: NewsItem[] };

/** Reads `knowledge/campaigns/days` and `knowledge/news`. Throws `knowledge-invalid` with file, line and mend. */
export function loadNews(files: ContentFiles, knowledge: Knowledge): LoadedNews {
  const problems: Problem[] = [];
  const loaded: LoadedNews = { days: [], items: [] };
  for (const [file, text] of files) {
    if (!file.startsWith('knowledge/campaigns/days/')) continue;
    const read = readYaml(file, text, days, problems);
    read?.value.forEach((day, at) => {
      const tell = (what: string) => problems.push({ file, line: read.lineOf([at]), what });
      if (loaded.days.some((other) => other.id === day.id)) tell(`tên "${day.id}" đã dùng cho ngày khác.`);
      if (!isDiscreet(day.short)) tell('"short" có chữ lộ chuyện riêng khi hiện trên màn hình khóa. Đổi chữ.');
      if (day.to < day.from) tell('"to" đứng trước "from".');
      if (!knowledge.passages.has(day.passage))
        tell(`"passage" nêu "${day.passage}" nhưng không có đoạn kiến thức nào tên đó.`);
      loaded.days.push(day);
    });
  }
  for (const [file, text] of files) {
    if (!file.startsWith('knowledge/news/')) continue;
    const read = readYaml(file, text, items, problems);
    read?.value.forEach((item, at) => {
      for (const what of wrongWith(item, loaded, knowledge)) problems.push({ file, line: read.lineOf([at]), what });
      loaded.items.push(item);
    });
  }
  if (problems.length > 0) throw new ContentInvalid(problems, `Tin cho loa, ngày trong năm chưa đúng:`);
  return loaded;
}

function wrongWith(item: NewsItem, before: LoadedNews, knowledge: Knowledge): string[] {
  const missing = item.passages.filter((one) => !knowledge.passages.has(one));
  const sources = item.passages.flatMap((one) => knowledge.passages.get(one)?.text ?? []);
  const strange = [...new Set(unsupportedFigures(`${item.title}\n${item.text}`, sources))];
  const dayIsKnown = item.day === undefined || before.days.some((day) => day.id === item.day);
  return [
    ...(before.items.some((other) => other.id === item.id) ? [`tên "${item.id}" đã dùng cho tin khác.`] : []),
    ...(dayIsKnown ? [] : [`"day" nêu "${item.day}" nhưng campaigns/days không có ngày đó.`]),
    ...missing.map((one) => `"passages" nêu "${one}" nhưng không có đoạn kiến thức nào tên đó.`),
    ...strange.map((figure) => `tin nói ${figure} mà các đoạn ở "passages" không có con số đó.`),
  ];
}
