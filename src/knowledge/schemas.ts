import { z } from 'zod';

/** The forms of the content files. Their meaning for editors is told in `knowledge/README.md`. */

export const text = z.string().trim().min(1, 'không được để trống');
export const texts = z.array(text);
export const ask = texts.default([]);
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'ngày viết dạng "2026-05-01", có ngoặc kép');
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,58}$/, 'mã chỉ gồm chữ thường không dấu, số, gạch nối');
export const citation = z.strictObject({ document: text, locator: text });

export const documentFields = {
  number: text,
  title: text,
  short: text,
  aliases: texts.default([]),
  issuer: text,
  /** `null` when the day is not established. */
  issued: date.nullable(),
  inForceFrom: date,
  inForceTo: date.nullable(),
  sources: texts.default([]),
  checkedOn: date,
};
export const planDocument = z.strictObject({ ...documentFields, period: text });
export const lawDocument = z.strictObject({
  ...documentFields,
  /** `null` when no source gives the day. */
  issued: date.nullable(),
  /** `null` when no source says since when: then nothing of the act is quoted as law. */
  inForceFrom: date.nullable(),
  confidence: z.string(),
  note: text.optional(),
  onlyWhenNamed: z.boolean().default(false),
  /** `unsure` when nobody has established whether the act still holds: then nothing is said of it as a whole. */
  standing: z.enum(['known', 'unsure']).default('known'),
  chapters: z.int().positive().nullable().default(null),
  articles: z.int().positive().nullable().default(null),
  /** Acts that lost force the day this one came into force. */
  ends: z
    .array(
      z.strictObject({ number: text, name: text, aliases: texts.default([]), replaced: z.boolean().default(true) }),
    )
    .default([]),
  organisations: z.strictObject({ times: z.int().positive(), locator: text }).nullable().default(null),
  amendedBy: z.array(z.strictObject({ number: text, from: date, what: text.nullable().default(null) })).default([]),
});

const amount = z.strictObject({ value: z.number(), said: text });
export const objectives = z.strictObject({
  document: text,
  objectives: z.array(
    z.strictObject({
      number: z.int().positive(),
      field: text,
      aliases: texts.default([]),
      say: text,
      ask,
      indicators: z.array(
        z.strictObject({
          number: z.int().positive(),
          /** Its plain name on a button. */
          label: text.max(60, 'tên nút dài quá 60 ký tự'),
          text,
          ask,
          measures: z.array(
            z.strictObject({
              id,
              name: text,
              unit: text,
              direction: z.enum(['up', 'down', 'keep']),
              values: z.strictObject({ '2025': amount.optional(), '2030': amount.optional() }),
              baseline: amount.optional(),
              fromThenOn: z.boolean().default(false),
              ask,
            }),
          ),
        }),
      ),
    }),
  ),
});

/** The nation's target of a measure of the plan. */
export const nation = z.array(
  z.strictObject({
    measure: id,
    cite: citation,
    values: z.strictObject({ '2025': amount.optional(), '2030': amount.optional() }),
  }),
);

export const sections = z.array(z.strictObject({ id, locator: text, title: text, text, say: text, ask }));
export const models = z.array(
  z.strictObject({ id, name: text, text, say: text, lead: text, with: texts, ask, locator: text.optional() }),
);
export const budget = z.array(
  z.strictObject({
    id,
    name: text,
    period: text.nullish(),
    value: z.number(),
    said: text,
    locator: text,
    kind: z.enum(['total', 'phase', 'source']),
    ask,
  }),
);
const now = z.strictObject({
  name: text.optional(),
  since: text.optional(),
  say: text,
  confidence: z.string(),
  /** What it rests on; nothing where it only says that it is not known. */
  basis: z.array(citation).default([]),
});
export const agencies = z.array(
  z.strictObject({
    id,
    locator: text,
    name: text,
    aliases: texts.default([]),
    text,
    say: text,
    indicators: z.array(z.strictObject({ objective: z.int(), indicator: z.int(), part: text.optional() })).default([]),
    tasks: z.array(z.strictObject({ id, text, say: text, ask })).default([]),
    ask,
    now: now.nullish(),
  }),
);
export const updates = z.array(
  z.strictObject({
    id,
    title: text,
    before: text.optional(),
    now: text.optional(),
    since: text.nullish(),
    basis: z.strictObject({ document: text, locator: text, title: text.optional() }).nullish(),
    say: text,
    ask,
    confidence: z.string(),
  }),
);
export const amounts = z.array(
  z.strictObject({
    id,
    kind: z.enum(['fine', 'limit', 'duration', 'age']),
    act: text,
    document: text,
    locator: text,
    least: z.number().optional(),
    most: z.number().optional(),
    unit: text,
    said: text,
    for: text.optional(),
    inForceFrom: date,
    inForceTo: date.nullable(),
    also: z.array(citation).default([]),
    note: text.optional(),
    /** A fine's amounts before the present ones. */
    before: z.strictObject({ least: z.number(), most: z.number(), said: text, until: date, cite: citation }).optional(),
    ask,
  }),
);
export const cards = z.array(
  z.strictObject({
    id,
    ask: z.array(text).min(4, 'cần ít nhất 4 cách hỏi'),
    say: text.max(500, 'câu trả lời dài quá 500 ký tự; chuyển bớt sang "more"'),
    more: text.optional(),
    cite: z.array(citation).min(1, 'thẻ trả lời phải có căn cứ'),
    inForceFrom: date.optional(),
    inForceTo: date.nullish(),
    related: z.array(id).default([]),
  }),
);
export const unknowns = z.array(
  z.strictObject({ id, ask: texts.min(3), say: text, near: z.array(citation).default([]) }),
);
export const elsewhere = z.array(
  z.strictObject({ id, topic: text, office: text, ask: texts.min(5, 'cần ít nhất 5 cách hỏi') }),
);
export const glossary = z.array(z.strictObject({ say: texts.min(1), means: texts.min(1) }));
export const smalltalk = z.array(z.strictObject({ id, reply: id, ask: texts.min(1) }));
