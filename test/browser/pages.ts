import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';

/** The ways a page must be whole in: colours, widths, forced colours. */
export const views: Array<[name: string, options: BrowserContextOptions]> = [
  ['light', { colorScheme: 'light', reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } }],
  ['dark', { colorScheme: 'dark', reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } }],
  ['320 px', { colorScheme: 'light', reducedMotion: 'reduce', viewport: { width: 320, height: 640 } }],
  ['320 px dark', { colorScheme: 'dark', reducedMotion: 'reduce', viewport: { width: 320, height: 256 } }],
  ['forced colours', { forcedColors: 'active', reducedMotion: 'reduce', viewport: { width: 640, height: 800 } }],
];

/** Waits until the style sheets are in: a heading may be there before the page has its looks. */
const dressed = (page: Page) => page.waitForLoadState('load');

export async function scrollsSideways(page: Page): Promise<boolean> {
  await dressed(page);
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}

/** What axe finds wrong by WCAG 2.2 A and AA. */
export async function violations(page: Page): Promise<string[]> {
  await dressed(page);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
