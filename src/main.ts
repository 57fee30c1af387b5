import { createHmac, randomBytes } from 'node:crypto';
import { openBot } from './app.ts';
import { networks } from './caller-address.ts';
import { makeCallers, unnamedProxy } from './callers.ts';
import { webChannel } from './channels/web.ts';
import { keepChores } from './chores.ts';
import { closingNews } from './closing-news.ts';
import { parseConfig } from './config.ts';
import { contentNews } from './content-news.ts';
import { sourceLines } from './core/answer/sources.ts';
import { localDay } from './core/local-day.ts';
import { deskNews } from './desk-news.ts';
import { directoryNews } from './directory-news.ts';
import { listen } from './http.ts';
import { knowledgeNews } from './knowledge-news.ts';
import { type Log, makeLog } from './log.ts';
import { openMessengers, withDoors } from './messengers.ts';
import { modelNews } from './model-words.ts';
import { bellWork, openBells } from './notices.ts';
import { withOfficers } from './officers-door.ts';
import { watchRunning } from './running.ts';
import { signsOfLife } from './signs-of-life.ts';
import { stopWithMessage } from './stop.ts';
import { takesNone } from './takes-none.ts';
import { makeWatching } from './watching.ts';

takesNone('start', 'Chạy Hoa Ban: trang nhắn tin, trang cán bộ, và các kênh đã cài đặt.');

const started = performance.now();
const now = () => new Date();
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Today's use of a language model, count by count: calls, tokens, why sentences were dropped. */
function logModelUse(counts: Record<string, number>, log: Log): void {
  for (const [kind, count] of Object.entries(counts)) log.info('model-use', { kind, count });
}

try {
  const config = parseConfig(process.env);
  const { log, ...watching } = await makeWatching(
    config.operations,
    makeLog(!process.stdout.isTTY && process.env.NODE_ENV === 'production'),
  );
  const bot = await openBot(config, {
    scratch: false,
    onProgress: (step) => say(`  ${step}`),
    onTrouble: (code) => log.warn('turn-trouble', { code }),
    ...(watching.onTurn === undefined ? {} : { onTurn: watching.onTurn }),
    model: { tell: say },
  });
  for (const line of knowledgeNews(config.dataDir, bot.knowledge)) say(`  ${line}`);
  const secret = config.contactKey ?? randomBytes(32).toString('hex');
  const contactKey = createHmac('sha256', secret).update('contact').digest();
  const { trustedProxies, messagesPerAddress } = config.operations;
  const within = makeCallers({
    isTrusted: networks(trustedProxies) ?? (() => false),
    messagesPerMinute: messagesPerAddress,
    onUnnamedProxy: () => say(unnamedProxy),
  });
  const web = webChannel({
    turn: bot.turn,
    erase: bot.erase,
    firstLook: bot.firstLook,
    grows: config.model.kind === 'on',
    within,
    contactKey,
    sourceLines: (citations) => sourceLines(citations, bot.knowledge),
    ...(config.exitUrl === null ? {} : { exitUrl: config.exitUrl }),
  });
  const messengers = await openMessengers({ bot, config, log, tell: say });
  const { running, leave } = watchRunning({
    database: bot.database,
    knowledge: bot.isWarm,
    queue: messengers.queue,
  });
  const doors = withOfficers(
    async () => (await import('./officers.ts')).openOfficers(config, bot, now, within),
    withDoors(web, new Map([...messengers.doors, ...signsOfLife(running)])),
  );
  const opened = async () => {
    const close = await watching.open(bot, running);
    const server = await listen(watching.around(doors), config.host, config.port);
    return { ...server, close: () => Promise.all([server.close(), close()]) };
  };
  const server = await opened().catch(async (error) => {
    await messengers.stop();
    await bot.close();
    throw error;
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  say(`Hoa Ban đã sẵn sàng sau ${seconds} giây: ${bot.knowledge.passages.size} đoạn kiến thức.`);
  const { awaitingApproval } = bot.replies;
  if (awaitingApproval.length > 0)
    say(`Có ${awaitingApproval.length} lời trả lời chưa được duyệt (prompts/README.md).`);
  for (const line of bot.lapsed) say(line);
  for (const line of contentNews(bot.content.current())) say(line);
  for (const line of directoryNews(bot.directory, localDay(new Date()))) say(line);
  const bells = await openBells(config.notices);
  if (bot.desk !== null) for (const line of await deskNews(bot.desk, bells.desk.length > 0)) say(line);
  for (const line of closingNews(config.operations.closesOn, localDay(new Date()))) say(line);
  if (config.model.kind === 'on') say(modelNews(config.model));
  say(`Mở trang này trong trình duyệt: ${server.url}`);
  say(`Trang cán bộ: ${server.url}/can-bo`);
  say('Nhấn Ctrl+C để dừng.');
  const counting = setInterval(() => logModelUse(bot.modelCounts(), log), 60 * 60_000);
  counting.unref();
  // After the doors are open: the page is read while the knowledge is.
  setImmediate(() => bot.warm());
  messengers.start();
  for (const line of config.notices.unusable) say(line);
  const told =
    bot.desk === null || bot.desk.parts === null
      ? { chores: [], tasks: {} }
      : bellWork(bot.database.pool, {
          cases: bot.desk.cases,
          bells,
          now,
          onTrouble: (code) => log.warn('notices-trouble', { code }),
        });
  const stopChores = keepChores({
    pool: bot.database.pool,
    chores: [...bot.chores, ...messengers.chores, ...told.chores],
    tasks: told.tasks,
    onTrouble: (code) => log.warn('chores-trouble', { code }),
  });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say('\nĐang dừng: trả lời nốt tin đang xử lý rồi đóng kho dữ liệu…');
    // Still answering, while whoever leads people here sees that it leaves.
    leave();
    await new Promise((resolve) => setTimeout(resolve, config.operations.drainMs));
    await Promise.all([messengers.stop(), stopChores()]);
    await server.close();
    logModelUse(bot.modelCounts(), log);
    await bot.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  stopWithMessage(error);
}
