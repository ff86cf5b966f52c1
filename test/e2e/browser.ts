import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

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
