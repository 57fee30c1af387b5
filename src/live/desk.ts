import type { ContentDesk, Doer, Done, Typed } from '../core/content/desk.ts';
import { type Draft, mayReview } from '../core/content/draft.ts';
import {
  contentKinds,
  type ItemBody,
  type ItemKey,
  nameOf,
  sameBody,
  stamped,
  unstamped,
} from '../core/content/item.ts';
import type { Deed } from '../core/content/publication.ts';
import type { ContentStore, NewPublication, Overtaken } from '../core/content/store.ts';
import type { AuditAction, AuditNote } from '../core/officers/audit.ts';
import { folders } from '../knowledge/edit/catalogue.ts';
import { type Around, look } from './candidate.ts';
import { tryOut } from './rehearsal.ts';
import { historyIn, lineOf, viewOf } from './views.ts';

const done = { kind: 'done' } as const;

/** The content desk over the store and the live content. What is done here is told by this replica at once. */
export function contentDesk(store: ContentStore, around: Around): ContentDesk {
  const { content, steady, reading } = around;
  const draftsByName = async () => new Map((await store.drafts()).map((one) => [nameOf(one), one]));
  const fresh = async (key: ItemKey) => {
    await content.refresh();
    return viewOf(key, await store.draft(key), content);
  };
  /** A change from now on, unless one that waits for its day comes first. */
  const change = async (
    key: ItemKey,
    deed: Deed,
    body: ItemBody | null,
    who: Doer,
    more: Partial<NewPublication> = {},
  ) => {
    const view = await fresh(key);
    if (view === null) return { kind: 'absent' } as const;
    if (view.scheduled !== null && deed !== 'taken-back') return { kind: 'scheduled' } as const;
    const publication = { ...publicationOf(key, deed, body, view.inFile, view.file, who), ...more };
    const action = deedActions[deed];
    const changed = await store.change(publication, view.history[0]?.seq ?? 0, noteOf(key, action, who));
    if (changed.kind === 'overtaken') return { kind: 'overtaken', theirs: view.whole } as const;
    await content.refresh();
    return done;
  };
  const publicationOf = (
    { kind, id }: ItemKey,
    deed: Deed,
    body: ItemBody | null,
    fileBody: ItemBody | null,
    file: string,
    { name, at }: Doer,
  ): NewPublication => ({
    kind,
    id,
    deed,
    body,
    fileBody,
    file,
    from: reading().today,
    authors: [name],
    reviewer: null,
    at,
  });

  return {
    async overview() {
      await content.refresh().catch(() => {});
      const now = content.current();
      const drafts = await draftsByName();
      const lines = [...now.items().values()].map((item) => lineOf(item, drafts, content));
      const ofDrafts = (state: Draft['state']) =>
        [...drafts.values()].filter((one) => one.state === state).map((one) => lineOf(one, drafts, content));
      return {
        kinds: contentKinds.map((kind) => {
          const own = lines.filter((one) => one.kind === kind);
          return { kind, count: own.length, over: own.filter(({ tells }) => tells !== 'file').length };
        }),
        offered: ofDrafts('offered'),
        writing: ofDrafts('draft'),
        conflicts: now.conflicts.map((one) => lineOf(one, drafts, content)),
        broken: now.broken.map((one) => lineOf(one, drafts, content)),
        unapproved: now.words.replies.awaitingApproval.length,
        toCall: lines.filter(({ kind, waits }) => (kind === 'service' || kind === 'centre') && waits !== null),
        answers: now.answers,
      };
    },
    async lines(kind) {
      await content.refresh().catch(() => {});
      const drafts = await draftsByName();
      const known = [...content.current().items().values()].filter((one) => one.kind === kind);
      const only = [...drafts.values()].filter(
        (one) => one.kind === kind && !content.current().items().has(nameOf(one)),
      );
      return [...only, ...known].map((one) => lineOf(one, drafts, content));
    },
    view: fresh,
    files(kind) {
      const names = new Set(
        [...content.catalogue().values()].filter((one) => one.kind === kind).map(({ file }) => file),
      );
      return kind === 'reply' || kind === 'centre' ? [] : [...names].filter((name) => name.startsWith(folders[kind]));
    },
    look: (key, body, file) => look(key, stamped(key.kind, body, nowOf(key)), file, around),
    async save(key, { seen, body, file, from }: Typed, who) {
      await content.refresh();
      const now = nowOf(key);
      const base = now === null ? null : unstamped(key.kind, now);
      const saving = { ...key, seen, body: unstamped(key.kind, body), base, file, from, author: who.name };
      return ended(await store.save(saving, noteOf(key, 'content-drafted', who)));
    },
    offer: async (key, seen, who) => ended(await store.move(key, seen, 'offered', noteOf(key, 'content-offered', who))),
    sendBack: async (key, seen, who) =>
      ended(await store.move(key, seen, 'draft', noteOf(key, 'content-sent-back', who))),
    drop: async (key, seen, who) => ended(await store.drop(key, seen, noteOf(key, 'content-dropped', who))),
    async publish(key, seen, approvedBy, who) {
      const view = await fresh(key);
      const draft = view?.whole ?? null;
      if (view === null || draft === null || draft.version !== seen || draft.state !== 'offered')
        return { kind: 'overtaken', theirs: draft };
      if (!mayReview(draft, who.name)) return { kind: 'own-work' };
      if (view.scheduled !== null) return { kind: 'scheduled' };
      const now = view.now === null ? null : unstamped(key.kind, view.now);
      if (!sameBody(now, draft.base)) return { kind: 'moved-on' };
      const { mends } = await look(key, stamped(key.kind, draft.body, view.now), draft.file, around);
      if (mends.length > 0) return { kind: 'mends', mends };
      const approval =
        key.kind === 'reply' && approvedBy !== null ? { approved: `${reading().today}, ${approvedBy}` } : {};
      const publication: NewPublication = {
        ...publicationOf(
          key,
          'published',
          { ...stamped(key.kind, draft.body, view.now), ...approval },
          view.inFile,
          draft.file,
          who,
        ),
        from: draft.from !== null && draft.from > reading().today ? draft.from : reading().today,
        authors: draft.authors,
        reviewer: who.name,
      };
      const last = view.history[0]?.seq ?? 0;
      const came = await store.publish(publication, { draft: seen, last }, noteOf(key, 'content-published', who));
      if (came.kind === 'overtaken') return came;
      await content.refresh();
      return done;
    },
    async takeBack(key, seq, who) {
      const before = seq === 0 ? null : (await store.history(key)).find((one) => one.seq === seq);
      if (before === undefined) return { kind: 'absent' };
      const body = before?.body ?? null;
      const { mends } = await look(key, body, before?.file ?? '', around);
      if (mends.length > 0) return { kind: 'mends', mends };
      return change(key, 'taken-back', body, who);
    },
    async approve(key, by, who) {
      const now = nowOf(key);
      if (key.kind !== 'reply' || now === null) return { kind: 'absent' };
      const written = historyIn(content.current(), key).find(({ deed }) => deed === 'published');
      if (written?.authors.includes(who.name)) return { kind: 'own-work' };
      return change(key, 'approved', { ...now, approved: `${reading().today}, ${by}` }, who);
    },
    async called(key, answered, who) {
      const now = nowOf(key);
      if (key.kind !== 'service' || now === null) return { kind: 'absent' };
      // Not answered changes nothing that people are told: a line may be busy.
      const [before] = historyIn(content.current(), key);
      if (!answered)
        return change(key, 'not-answered', before?.body ?? null, who, before ? { fileBody: before.fileBody } : {});
      return change(key, 'called', { ...now, lastTestCall: reading().today, testedBy: who.role }, who);
    },
    async settle(key, keep, who) {
      const published = [...content.current().conflicts, ...content.current().broken].find(
        (one) => nameOf(one) === nameOf(key),
      );
      if (published === undefined) return { kind: 'absent' };
      return change(key, keep ? 'kept' : 'left-to-file', keep ? published.body : null, who);
    },
    tryOut: (question) => tryOut(question, steady, content.current().live()),
    async turns() {
      await content.refresh().catch(() => {});
      return { now: content.current().answers, before: await store.turns(mostTurns) };
    },
    async turn(off, { name, at }) {
      const action = off === null ? 'answers-on' : 'answers-off';
      const turn = { off: off !== null, reason: off?.reason ?? null, note: off?.note ?? '', by: name, at };
      await store.turn(turn, { at, actor: name, action, subject: null, detail: turn.reason });
      await content.refresh();
    },
  };

  function nowOf(key: ItemKey): ItemBody | null {
    return content.current().items().get(nameOf(key))?.body ?? null;
  }
}

const mostTurns = 20;

const deedActions: Record<Deed, AuditAction> = {
  published: 'content-published',
  'taken-back': 'content-taken-back',
  approved: 'content-approved',
  called: 'content-called',
  'not-answered': 'content-not-answered',
  kept: 'content-settled',
  'left-to-file': 'content-settled',
};

function noteOf(key: ItemKey, action: AuditAction, { name, at }: Doer): AuditNote {
  return { at, actor: name, action, subject: nameOf(key), detail: null };
}

function ended(came: { kind: 'saved' | 'moved' | 'dropped' } | Overtaken): Done {
  return came.kind === 'overtaken' ? came : done;
}
