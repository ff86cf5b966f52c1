import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { sessionCookie } from '../../src/identity/index.ts';
import type { SignedIn } from '../factories/app.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const pictures = join(import.meta.dirname, '../../test-results/pictures');

/** The machine's Chromium, or the one that is shipped through npm. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'] ?? installed.find((path) => existsSync(path));
  if (own) return chromium.launch({ executablePath: own, args: flags });
  const { default: shipped } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await shipped.executablePath(), args: [...shipped.args, ...flags] });
}

/** Keeps a picture of what is on the screen. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

export interface Screen {
  page: Page;
  context: BrowserContext;
  /** What the page threw. */
  faults: string[];
}

/** A window of somebody who is signed in. */
export async function openScreen(
  browser: Browser,
  url: string,
  who: SignedIn,
  more: { width?: number; height?: number; dark?: boolean } = {},
): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width: more.width ?? 1440, height: more.height ?? 900 },
    colorScheme: more.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.addCookies([{ name: sessionCookie, value: who.cookie.split('=')[1]!, url }]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, context, faults };
}

/** Findings of axe that keep somebody out. */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.nodes
          .map((n) => n.target.join(' '))
          .slice(0, 4)
          .join(', ')}`,
    );
}
