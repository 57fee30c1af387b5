// Putting messages on the page. Words become text nodes only; nothing here ever parses markup.

const lines = ['111', '113', '114', '115'];
// "Điều 113", "113/2020/NĐ-CP", "111 bé trai" and "113 triệu" are not telephone numbers.
const before = /(?:(?:điều|khoản|điểm|mục|chương|trang|luật|chỉ tiêu)\s*|\d[.,]|\d\s?[–-]\s?)$/i;
const after =
  /^(?:[.,]\d|[–-]\d|\s*(?:%|triệu|nghìn|ngàn|tỷ|tỉ|đồng|bé|trẻ|ngày|tháng|năm|giờ|phút|tuổi|người|ca|vụ|xã|thôn|trường|lần|bản|mét|cơ sở|tin|bài)(?!\p{L}))/iu;
// "113/115/111" is a list of lines; any other slash makes a document number or a ratio.
const slashBefore = /(?:^|\D)(?!11[1345]\/)\d+\/$/;
const slashAfter = /^\/(?!11[1345](?!\d))/;

function isLine(number, lead, rest) {
  if (!lines.includes(number) || slashBefore.test(lead) || slashAfter.test(rest)) return false;
  return !before.test(lead.replace(/,\s$/, '')) && !after.test(rest);
}

/** `text` as nodes, with the emergency numbers as links to call. */
export function textNodes(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(/\d+/g)) {
    const at = found.index;
    const lead = text.slice(Math.max(0, at - 12), at);
    if (!isLine(found[0], lead, text.slice(at + 3, at + 15))) continue;
    const link = document.createElement('a');
    link.href = `tel:${found[0]}`;
    link.textContent = found[0];
    nodes.push(document.createTextNode(text.slice(from, at)), link);
    from = at + 3;
  }
  nodes.push(document.createTextNode(text.slice(from)));
  return nodes;
}

function make(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** A person's message with its "đang gửi…" mark. */
export function ownMessage(words) {
  const state = make('span', 'state', 'đang gửi…');
  const node = make('article', 'own', make('span', 'unseen', 'Bạn: '), make('p', 'bubble', words), state);
  node.tabIndex = -1;
  return { node, sent: () => state.remove() };
}

/** What may be seen of an answer that is still being made. Not read aloud: the whole of it will be. */
export function growingMessage() {
  const bubble = make('p', 'bubble');
  const node = make('div', 'growing', bubble);
  node.setAttribute('aria-hidden', 'true');
  const grow = (text) => {
    bubble.textContent = text;
  };
  return { node, grow };
}

/** An answer: bubbles, what it rests on, what to tap next, and the introduction last. */
export function answerMessage(answer, onChoice) {
  const node = make('article', answer.help ? 'theirs help' : 'theirs', make('span', 'unseen', 'Hoa Ban: '));
  node.tabIndex = -1;
  for (const bubble of answer.bubbles) node.append(make('p', 'bubble', ...textNodes(bubble)));
  if (answer.sources.length > 0) {
    const list = make('ul', '', ...answer.sources.map((source) => make('li', '', source)));
    const sources = make('div', 'sources', make('span', '', 'Căn cứ: '), list);
    // A question of the quiz stands last, over its options; the sources are of what was said before it.
    const asks = answer.offers.some((offer) => offer.choice.startsWith('guess:'));
    node.insertBefore(sources, asks ? node.lastElementChild : null);
  }
  if (answer.offers.length > 0) {
    const buttons = answer.offers.map((offer) => {
      const button = make('button', 'offer', offer.label);
      button.type = 'button';
      button.addEventListener('click', () => onChoice(offer));
      return button;
    });
    node.append(make('div', 'offers', ...buttons));
  }
  if (answer.welcome) node.append(make('p', 'welcome', ...textNodes(answer.welcome)));
  return node;
}
