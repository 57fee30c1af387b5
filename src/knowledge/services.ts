import { z } from 'zod';
import { dialled, phoneNumbersIn } from '../core/phones.ts';
import type { Directory } from '../core/services.ts';
import { ContentInvalid, type Problem } from './problem.ts';
import { date, id, text, texts } from './schemas.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

const mark = z.enum(['A', 'B+', 'B', 'C', 'U']);
const stated = z.strictObject({ said: text, mark });
const suits = z.strictObject({ child: z.boolean(), adult: z.boolean(), trafficking: z.boolean() });
const service = z.strictObject({
  id,
  number: text,
  name: text,
  operator: text,
  purpose: text,
  lifeline: z.boolean(),
  mark,
  hours: stated,
  cost: stated,
  languages: stated,
  trace: z.array(z.enum(['call-stored', 'passes-reports', 'phone-bill', 'call-log'])),
  suits,
  source: text,
  sourceDate: date,
  checkedOn: date,
  lastTestCall: date.nullable(),
  testedBy: text.nullable(),
  note: text.nullable(),
});
const contact = z.strictObject({
  number: text,
  address: text.nullable(),
  hours: text.nullable(),
  cost: text.nullable(),
  confirmedOn: date,
  confirmedBy: text,
});

/** The form of `knowledge/services.yaml`. */
export const directory = z.strictObject({
  services: z.array(service).min(1),
  centre: z.strictObject({
    name: text,
    offers: text,
    reach: text,
    known: z.array(stated),
    contact: contact.nullable(),
    source: text,
    sourceDate: date,
  }),
  places: z.array(z.strictObject({ id, name: text, purpose: text, reach: text, mark, suits, source: text })),
  reporting: z.strictObject({ say: text, document: text, locator: text }),
  neverShown: z.array(z.strictObject({ item: text, numbers: texts, why: text })),
});

const file = 'knowledge/services.yaml';

/** Reads the services directory. Throws `knowledge-invalid` with file, line and mend. */
export function loadServices(source: string): Directory {
  const problems: Problem[] = [];
  const read = readYaml(file, source, directory, problems);
  if (read) checkDirectory(read, problems);
  if (!read || problems.length > 0) throw new ContentInvalid(problems);
  return read.value;
}

/** A wrong number reaching a person in need is the worst mistake here, so every entry is checked against the others. */
function checkDirectory({ value, lineOf }: YamlFile<Directory>, problems: Problem[]): void {
  const ids = new Set<string>();
  const numbers = new Map<string, string>();
  const never = new Map(value.neverShown.flatMap((one) => one.numbers.map((number) => [dialled(number), one.why])));
  const wrong = (path: PropertyKey[], what: string) => problems.push({ file, line: lineOf(path), what });
  const checkNumber = (number: string, path: PropertyKey[]) => {
    const read = phoneNumbersIn(`gọi ${number}`);
    if (read.length !== 1 || read[0] !== dialled(number)) wrong(path, `"${number}" không giống một số điện thoại.`);
    const why = never.get(dialled(number));
    if (why) wrong(path, `số ${number} nằm trong danh sách không bao giờ nói: ${why}`);
  };
  value.services.forEach((one, at) => {
    const path = ['services', at];
    const twin = numbers.get(dialled(one.number));
    if (ids.has(one.id)) wrong(path, `mã "${one.id}" dùng hai lần. Đặt mã khác.`);
    if (twin) wrong(path, `số ${one.number} đã có ở "${twin}".`);
    if (one.lifeline && one.mark !== 'A') wrong(path, `"${one.id}" là số cứu nạn nên phải có mức A.`);
    if ((one.lastTestCall === null) !== (one.testedBy === null))
      wrong(path, `"${one.id}" phải có cả ngày gọi thử và người gọi thử, hoặc bỏ trống cả hai.`);
    checkNumber(one.number, path);
    ids.add(one.id);
    numbers.set(dialled(one.number), one.id);
  });
  value.places.forEach((one, at) => {
    if (ids.has(one.id)) wrong(['places', at], `mã "${one.id}" dùng hai lần. Đặt mã khác.`);
    ids.add(one.id);
  });
  if (value.centre.contact) checkNumber(value.centre.contact.number, ['centre', 'contact']);
}
