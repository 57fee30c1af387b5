import { openBot } from '../app.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { PassageFacts } from '../core/passage.ts';
import { readFile } from '../knowledge/documents/front.ts';
import { knowledgeNews } from '../knowledge-news.ts';
import { type House, takesEffect } from './house.ts';

/**
 * Checks all content, prepares the database that `ask` and a first start use, and tells what changed since the last
 * run. The folder of a running service is never touched: it loads what changed when it starts.
 */
export async function prepare(house: House): Promise<void> {
  const { config, folder, say } = house;
  say('Đang kiểm tra nội dung trong knowledge/ và các văn bản đã duyệt…');
  const bot = await openBot(config, { scratch: true, onProgress: (step) => say(`  ${step}`) });
  const { knowledge } = bot.library;
  await bot.close();
  const news = knowledgeNews(config.dataDir, knowledge);
  if (news.length === 0) say(`Không có gì đổi so với lần trước: ${knowledge.passages.size} đoạn.`);
  else for (const line of [...news, takesEffect(house)]) say(line);
  say(`Gồm: ${tellKinds(knowledge)}.`);
  const waiting = folder.all().filter((one) => one.state === 'drafts');
  if (waiting.length > 0) {
    const numbers = waiting.map((one) => readFile(one.text)?.front.number ?? one.path);
    say(`Có ${waiting.length} bản nháp chờ duyệt: ${numbers.join(', ')}.`);
  }
}

const kinds: Array<[name: string, kinds: Array<PassageFacts['kind']>]> = [
  ['đoạn luật', ['article', 'act']],
  ['mức phạt, thời hạn', ['fine', 'limit']],
  ['thẻ trả lời', ['card']],
  ['điều chưa xác minh', ['unknown']],
  ['đoạn của kế hoạch', ['text', 'objective', 'indicator', 'agency', 'model', 'budget', 'update']],
  ['xã, phường, huyện cũ', ['commune']],
];

/** "812 đoạn luật, 140 mức phạt, thời hạn, …" */
function tellKinds({ passages }: Knowledge): string {
  const all = [...passages.values()].map((one) => one.facts.kind);
  return kinds.map(([name, of]) => `${all.filter((kind) => of.includes(kind)).length} ${name}`).join(', ');
}
