import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoAccount } from '../../src/demo/account.ts';
import { browserOf, type OfficerHouse, openOfficerHouse } from './house.ts';

let house: OfficerHouse;
beforeAll(async () => {
  house = await openOfficerHouse();
});
afterAll(() => house.database.close());

test('the account of the demo signs in with its password and one of its codes, and again when made anew', async () => {
  for (let start = 0; start < 2; start += 1) {
    const { name, password, codes } = await demoAccount(house.house);
    const browser = browserOf(house.app);
    expect((await browser.post('/vao', { ten: name, 'mat-khau': password })).status).toBe(303);
    expect((await browser.post('/ma', { ma: codes[0] ?? '' })).status).toBe(303);
    expect((await browser.get('')).status).toBe(200);
    house.clock.pass(60_000);
  }
});
