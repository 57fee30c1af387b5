import { beginsClosing } from './closing.ts';
import type { Article, Clause, LegalText, Point } from './legal-text.ts';
import { follows, type Mark, markOf, pointFollows } from './marks.ts';
import { type Notes, takeNotes, withoutMarks } from './notes.ts';
import { quotedLines } from './quotes.ts';

const ranks = ['part', 'chapter', 'section', 'subsection'] as const;
type Rank = (typeof ranks)[number];
type Heading = { rank: Rank; name: string; title: string; used: boolean };

/** A mark further ahead than this is a slip or a reference, not the next article or clause. */
const mostArticlesMissing = 3;
const mostClausesMissing = 2;
const longestTitle = 250;

/**
 * Takes a legal text apart by its marks. A line is the start of an article, clause or point only where its number is
 * due; any other line stays text where it stands, so nothing is lost. `printed`: lines may break inside a sentence, and
 * a reference such as "Điều 6." may come to stand first on a line.
 */
export function splitLegalText(source: string[], printed: boolean): LegalText {
  const { lines, notes } = takeNotes(source);
  const quoted = quotedLines(lines);
  const splitter = new Splitter(notes, printed);
  for (const [at, line] of lines.entries()) splitter.take(line, quoted[at] ?? false);
  return splitter.end();
}

class Splitter {
  private readonly text: LegalText = { head: [], articles: [], closing: [], looseNotes: [], contents: [] };
  private headings: Heading[] = [];
  private article: Article | null = null;
  private clause: Clause | null = null;
  private point: Point | null = null;
  /** Whether the last line was a heading of any kind, after which a sentence need not have ended. */
  private afterHeading = true;
  private ended = true;
  private closed: 'no' | 'yes' | 'attached' = 'no';
  private readonly told = new Set<string>();
  private readonly notes: Notes;
  private readonly printed: boolean;

  constructor(notes: Notes, printed: boolean) {
    this.notes = notes;
    this.printed = printed;
  }

  take(line: string, quoted: boolean): void {
    const mark = quoted ? null : markOf(line);
    if (this.closed !== 'no') this.takeClosing(line, mark);
    else if (mark !== null && this.opens(mark, line)) return;
    else if (!quoted && this.article !== null && beginsClosing(line)) this.close(line);
    // A number that is not due, in the middle of a sentence: the line was broken before it.
    else this.add(line, quoted, mark !== null && this.printed && !this.ended);
  }

  end(): LegalText {
    this.leaveHeadings(() => true);
    this.text.looseNotes = [...this.notes.values()].filter((note) => !this.told.has(note));
    for (const article of this.text.articles) settleTitle(article);
    return this.text;
  }

  /** Opens what the mark names when it is due here; `false` leaves the line to be text. */
  private opens(mark: Mark, line: string): boolean {
    switch (mark.kind) {
      case 'article':
        return this.opensArticle(mark, line);
      case 'clause':
        return this.opensClause(mark.number, mark.rest);
      case 'point':
        return this.opensPoint(mark.letter, mark.rest);
      case 'part':
      case 'chapter':
      case 'section':
      case 'subsection':
        return this.opensHeading(mark.kind, mark.name, mark.rest);
    }
  }

  private opensHeading(rank: Rank, name: string, rest: string): boolean {
    if (rest.length > longestTitle || (this.printed && !this.ended && !this.afterHeading)) return false;
    this.leaveHeadings((one) => ranks.indexOf(one.rank) >= ranks.indexOf(rank));
    this.headings.push({ rank, name, title: this.marksOff(rest, null), used: false });
    this.leaveArticle();
    this.afterHeading = true;
    this.ended = true;
    return true;
  }

  /** Headings that no article came to stand under are those of a table of contents, or a slip. */
  private leaveHeadings(left: (heading: Heading) => boolean): void {
    this.text.contents.push(...this.headings.filter((one) => left(one) && !one.used).map(headingLine));
    this.headings = this.headings.filter((one) => !left(one));
  }

  private opensArticle({ number, rest, certain }: Extract<Mark, { kind: 'article' }>, line: string): boolean {
    const last = this.text.articles.at(-1) ?? null;
    const due = follows(last?.number ?? null, number, certain ? mostArticlesMissing : 0);
    const interrupted = this.printed && !this.ended && !this.afterHeading;
    if (!due && number === '1' && last !== null && certain && !interrupted) return this.startsAnew(line, rest);
    if (!due || interrupted) return false;
    const under = this.headings.map(headingLine);
    for (const heading of this.headings) heading.used = true;
    const article: Article = { number, title: '', under, lead: [], clauses: [], points: [], notes: [] };
    article.title = this.marksOff(rest, article);
    this.leaveArticle();
    this.article = article;
    this.text.articles.push(article);
    this.afterHeading = true;
    this.ended = true;
    return true;
  }

  /** "Điều 1" again: what came before was a table of contents, or what follows is a text issued along with this one. */
  private startsAnew(line: string, rest: string): boolean {
    const { articles } = this.text;
    if (articles.length > 1 && articles.every(isEmpty)) {
      const under = new Set(articles.flatMap((one) => one.under));
      this.text.contents.push(...under, ...articles.map(({ number, title }) => `Điều ${number}. ${title}`));
      this.text.articles = [];
      return this.opensArticle({ kind: 'article', number: '1', rest, certain: true }, line);
    }
    this.close(line);
    this.closed = 'attached';
    return true;
  }

  private opensClause(number: string, rest: string): boolean {
    const last = this.clause?.number ?? null;
    if (this.article === null || !follows(last, number, last === null ? 0 : mostClausesMissing)) return false;
    this.clause = { number, lead: [], points: [], notes: [] };
    this.point = null;
    this.article.clauses.push(this.clause);
    this.add(rest, false);
    return true;
  }

  private opensPoint(letter: string, rest: string): boolean {
    const place = this.clause ?? this.article;
    if (place === null || !pointFollows(this.point?.letter ?? null, letter)) return false;
    this.point = { letter, lines: [], notes: [] };
    place.points.push(this.point);
    this.add(rest, false);
    return true;
  }

  private add(line: string, quoted: boolean, goesOn = false): void {
    const heading = this.headings.at(-1);
    if (this.article === null && heading && this.afterHeading && !quoted) {
      // The title of a chapter stands on the lines below its number.
      heading.title = `${heading.title} ${this.marksOff(line, null)}`.trim();
      return;
    }
    const place = this.point ?? this.clause ?? this.article;
    if (place === null) {
      this.text.head.push(line);
      return;
    }
    const text = this.marksOff(line, place);
    this.ended = endsSentence(line);
    const titleBelow = this.article?.title === '' && isEmpty(this.article) && text.length <= longestTitle && !quoted;
    if (this.article && titleBelow && !/[.;:]$/.test(text)) {
      this.article.title = text;
      return;
    }
    this.afterHeading = false;
    const lines = 'lines' in place ? place.lines : place.lead;
    if (goesOn && lines.length > 0) lines.push(`${lines.pop()} ${text}`);
    else if (text !== '') lines.push(text);
  }

  private marksOff(line: string, place: { notes: string[] } | null): string {
    const { text, told } = withoutMarks(line, this.notes);
    if (place) for (const note of told) this.told.add(note);
    place?.notes.push(...told);
    return text;
  }

  private leaveArticle(): void {
    this.article = null;
    this.clause = null;
    this.point = null;
  }

  private close(line: string): void {
    this.closed = 'yes';
    this.text.closing.push(line);
  }

  /** A next article after what looked like the end: it was not the end. What is attached begins its own numbering. */
  private takeClosing(line: string, mark: Mark | null): void {
    const last = this.text.articles.at(-1)?.number ?? null;
    if (mark?.kind === 'article' && mark.certain && this.closed === 'yes') {
      if (mark.number === '1') this.closed = 'attached';
      else if (follows(last, mark.number, 0)) {
        this.closed = 'no';
        this.ended = true;
        this.take(line, false);
        return;
      }
    }
    this.text.closing.push(line);
  }
}

function headingLine({ name, title }: Heading): string {
  return title === '' ? name : `${name}. ${title}`;
}

function isEmpty({ lead, clauses, points }: Article): boolean {
  return lead.length + clauses.length + points.length === 0;
}

/** A first line that is a whole sentence, or that nothing follows, is the rule itself and not a title. */
function settleTitle(article: Article): void {
  const { title } = article;
  if (title.length > longestTitle || (isEmpty(article) && /[.;]$/.test(title))) {
    article.lead.unshift(title);
    article.title = '';
  } else article.title = title.replace(/[.:;]$/, '');
}

function endsSentence(line: string): boolean {
  return /[.;:!?…]["”’»)\]]*$/.test(line);
}
