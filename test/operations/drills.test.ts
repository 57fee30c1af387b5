import { describe, expect, test } from 'vitest';
import { serverPrograms } from '../../src/bench/private-server.ts';
import { drills, run, whyNot } from '../../src/drill/drills.ts';
import { gatherCrowd } from '../../src/drill/people.ts';
import { openBotApi } from '../telegram/bot-api.ts';

// The whole service, twice, with people writing while something breaks. `npm run drill` is the same for longer.
const tried = ['database-restart', 'network-cut', 'rolling-restart', 'disk-full'];
const unharmed = { lost: 0, criesWithoutHelp: 0, webWithoutHelp: 0 };

describe.skipIf(serverPrograms() === null)('everybody is answered, and a cry for help gets the lines', () => {
  for (const drill of drills.filter(({ name }) => tried.includes(name)))
    test.skipIf(whyNot(drill) !== null)(`when ${drill.says}`, { timeout: 600_000 }, async () => {
      const noticed = await run(drill, 0.4);
      expect(noticed).toMatchObject(unharmed);
      expect(noticed.cries).toBeGreaterThan(5);
      expect(noticed.webCries).toBeGreaterThan(1);
    });
});

test('the counting would notice that nobody answers', { timeout: 60_000 }, async () => {
  const api = await openBotApi();
  const crowd = gatherCrowd(api, 'http://127.0.0.1:9');
  await new Promise((resolve) => setTimeout(resolve, 500));
  const noticed = await crowd.end(200);
  await api.close();
  expect(noticed.written).toBeGreaterThan(0);
  expect(noticed).toMatchObject({
    lost: noticed.written,
    criesWithoutHelp: noticed.cries,
    webWithoutHelp: noticed.webCries,
  });
});
