import type { Config } from '../config.ts';
import { readArticles } from './corpus.ts';
import { type ContactsSize, growContacts } from './growth/contacts.ts';
import { growKnowledge } from './growth/knowledge.ts';
import { serverPrograms } from './private-server.ts';
import { printRows } from './table.ts';

export type GrowthOptions = { of?: string; corpus?: string; quick?: boolean; full?: boolean };

const passages = { quick: [1_000, 3_000], usual: [1_000, 10_000, 61_000] };
const people: Record<'quick' | 'usual' | 'full', ContactsSize[]> = {
  quick: [{ conversations: 2_000, facts: 20_000 }],
  usual: [
    { conversations: 10_000, facts: 100_000 },
    { conversations: 100_000, facts: 1_000_000 },
  ],
  full: [
    { conversations: 10_000, facts: 100_000 },
    { conversations: 100_000, facts: 1_000_000 },
    { conversations: 1_000_000, facts: 10_000_000 },
  ],
};

/** What the service costs as its knowledge grows, and as the people and facts in its database do. */
export async function benchGrowth(config: Config, options: GrowthOptions): Promise<void> {
  const { of = 'all', quick = false, full = false } = options;
  const onProgress = (step: string) => process.stderr.write(`  ${step}\n`);
  const found: Record<string, ReadonlyArray<Record<string, number>>> = {};
  if (of !== 'contacts') {
    const texts = options.corpus === undefined ? undefined : readArticles(options.corpus);
    const sizes = quick ? passages.quick : passages.usual;
    found.knowledge = await growKnowledge(config, sizes, { questions: quick ? 50 : 300, texts, onProgress });
  }
  if (of !== 'knowledge') {
    if (serverPrograms() === null) {
      process.stderr.write('Máy này chưa cài PostgreSQL 15 trở lên: chỉ đo được với --of knowledge.\n');
      process.exit(2);
    }
    const sizes = people[full ? 'full' : quick ? 'quick' : 'usual'];
    found.contacts = await growContacts(sizes, { turns: quick ? 50 : 500, onProgress });
  }
  printRows('growth', found);
}
