import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { PrivateText } from '../../src/core/private-text.ts';

test('a person’s words print nowhere by accident', () => {
  const words = new PrivateText('bí mật');
  for (const printed of [
    `${words}`,
    String(words),
    JSON.stringify({ words }),
    inspect({ words }),
    inspect(words, { showHidden: true }),
  ])
    expect(printed).not.toContain('bí mật');
  expect(words.reveal()).toBe('bí mật');
});
