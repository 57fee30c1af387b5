import { webChannel } from '../../src/channels/web.ts';
import { plainReply, type Reply } from '../../src/core/reply.ts';
import type { Update } from '../../src/core/update.ts';
import { serveApp } from './serve.ts';

export const hostile = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';

/** A web chat on a free port whose turn is scripted. */
export type ChatHouse = {
  url: string;
  updates: Update[];
  erased: string[];
  finish: () => void;
  close: () => Promise<void>;
};

const blank: Reply = plainReply([], 'answer');

function scripted({ content }: Update): Reply {
  const text = content.kind === 'text' ? content.text.reveal() : '';
  if (text === 'xss')
    return { ...blank, bubbles: [hostile], citations: [{ document: hostile, locator: hostile }], welcome: hostile };
  if (text === 'SOS')
    return { ...blank, helpOffered: true, bubbles: ['Gọi 113 ngay. Bị thương: 115. Trẻ em: 111.\n113/115/111'] };
  if (text === 'số liệu')
    return { ...blank, bubbles: ['Điều 113, 111 bé trai/100 bé gái, 113/2020/NĐ-CP, 113.500 đồng, 115 triệu đồng.'] };
  if (text === 'đố')
    return {
      ...blank,
      bubbles: ['Đúng rồi.', 'Câu 2/5: Của ai?'],
      citations: [{ document: '52/2014/QH13', locator: 'Điều 8' }],
      offers: ['Một', 'Hai'].map((label, at) => ({ label, choice: { kind: 'guess', quiz: 'x', option: at + 1 } })),
    };
  if (content.kind === 'choice') return { ...blank, bubbles: ['Phần tiếp theo.'] };
  return {
    ...blank,
    bubbles: [`Trả lời: ${text}`],
    citations: [{ document: '52/2014/QH13', locator: 'Điều 8' }],
    offers: [{ label: 'Xem thêm', choice: { kind: 'more' } }],
    welcome: 'Mình là Hoa Ban.',
  };
}

export async function openChatHouse(): Promise<ChatHouse> {
  const updates: Update[] = [];
  const erased: string[] = [];
  let finish = () => {};
  const grown = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const app = webChannel({
    turn: async (update, preview) => {
      updates.push(update);
      if (update.content.kind === 'text' && update.content.text.reveal() === 'mọc dần') {
        preview?.(hostile);
        preview?.('Phần đầu đã kiểm.');
        await grown;
      }
      return scripted(update);
    },
    erase: async (contact) => {
      erased.push(contact);
    },
    contactKey: Buffer.alloc(32, 7),
    maxPerMinute: 100,
    grows: true,
  });
  return { ...(await serveApp(app)), updates, erased, finish };
}
