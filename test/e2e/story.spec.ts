import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { parseMessage } from '../../libs/mime/index.ts';
import { SaveCannedReply } from '../../src/canned-replies/index.ts';
import { SettingsService } from '../../src/settings/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, eventually, furnish, letter, settled } from '../factories/desk.ts';
import { launchBrowser, openScreen, picture, type Screen, seriousFindings } from './browser.ts';

jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let agent: SignedIn;
let planner: SignedIn;
const received: Buffer[] = [];
/** The buyer's own mail server: it knows nothing of ours. */
const buyersServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      received.push(Buffer.concat(chunks));
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => buyersServer.listen(0, '127.0.0.1', () => resolve()));
  const port = (buyersServer.server.address() as AddressInfo).port;
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  await furnish(app, { outbound: { kind: 'smtp', host: '127.0.0.1', port, security: 'none' } });
  await app.get(SettingsService).update({ undoSendSeconds: 1 });
  agent = await app.signIn('agent', { name: 'Claire Fontanet', languages: [{ language: 'fr', level: 'native' }] });
  planner = await app.signIn('production', { name: '吴刚', interfaceLanguage: 'zh-CN' });
  const admin = await app.signIn('administrator');
  await admin.call('POST', '/teams', { name: 'Francophone', languages: ['fr'], memberIds: [agent.userId] });
  await app.get(SaveCannedReply).create({
    shortcut: 'hatch',
    title: 'Milk hatch feasible',
    category: 'Wishes',
    storeIds: [],
    sourceLanguage: 'en',
    isActive: true,
    variants: [
      { language: 'en', country: null, subject: null, body: 'Dear {{contact.name}}, a milk hatch is possible.' },
      {
        language: 'fr',
        country: null,
        subject: null,
        body: 'Bonjour {{contact.name}},\n\nune trappe à lait est tout à fait possible.',
      },
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await new Promise<void>((resolve) => buyersServer.close(() => resolve()));
});

const screen = (who: SignedIn, more?: Parameters<typeof openScreen>[3]): Promise<Screen> =>
  openScreen(browser, app.url, who, more);

describe('the milk hatch from the Jura', () => {
  let ticketId: string;
  let specificationId: string;

  it('arrives on the screen of who speaks French, live', async () => {
    const { page, context, faults } = await screen(agent);
    await page.goto(`${app.url}/inbox/mine`);
    await page.getByRole('main').or(page.locator('#main')).first().waitFor();
    await deliver(
      app,
      letter(
        "Bonjour,\n\nnous rénovons une ancienne ferme et cherchons une porte d'entrée en acier, cote tableau L 93 x H 218 cm, mur de 48 cm. Elle s'ouvre vers l'intérieur, poussant droit. RAL 7016.\n\nIl nous faut une trappe à lait dans la porte, env. 25 x 30 cm, qui ferme à clé de l'intérieur.\n\nBien à vous,\nM. Perrenoud",
        {
          From: 'Marcel Perrenoud <m.perrenoud@ferme.example>',
          Subject: '=?utf-8?Q?Porte_avec_trappe_=C3=A0_lait?=',
          'Message-ID': '<jura-1@ferme.example>',
        },
      ),
      'sales@doors.example',
      'm.perrenoud@ferme.example',
    );
    const row = page.getByText('Porte avec trappe à lait').first();
    await row.waitFor();
    ticketId = (await agent.call('GET', '/tickets?view=mine')).body.items[0].id;
    await row.click();
    await page.getByText('une trappe à lait dans la porte', { exact: false }).first().waitFor();
    await picture(page, '1-inbox');
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is answered with the French variant, and the buyer’s own server threads the answer', async () => {
    const { page, context } = await screen(agent);
    await page.goto(`${app.url}/tickets/${ticketId}`);
    await page.getByText('Reply to Marcel Perrenoud').first().waitFor();
    await page.keyboard.press('r');
    const field = page.getByLabel('Answer to the buyer');
    await field.waitFor();
    await field.click();
    await field.pressSequentially('/hatch');
    await page.getByText('Milk hatch feasible').first().waitFor();
    await picture(page, '2-canned-reply');
    await page.keyboard.press('Enter');
    await eventually(
      async () => (await field.inputValue()).includes('tout à fait possible'),
      'the French text in the composer',
    );
    expect(await field.inputValue()).toContain('Bonjour Marcel Perrenoud');
    await page.keyboard.press('Control+Enter');
    const raw = await eventually(async () => received[0], 'the answer at the buyer’s server');
    const answer = parseMessage(raw);
    expect([answer.inReplyTo, answer.references]).toEqual(['jura-1@ferme.example', ['jura-1@ferme.example']]);
    expect(answer.text).toContain('une trappe à lait est tout à fait possible');
    await deliver(
      app,
      letter('Parfait !', {
        From: 'Marcel Perrenoud <m.perrenoud@ferme.example>',
        Subject: `Re: ${answer.subject}`,
        'In-Reply-To': `<${answer.messageId}>`,
      }),
      answer.replyTo[0]!.address,
      'm.perrenoud@ferme.example',
    );
    await settled(app);
    await page.getByText('Parfait !').first().waitFor();
    await picture(page, '3-answered');
    await context.close();
  });

  it('becomes a specification with its places in the letter, and is handed off', async () => {
    const detail = (await agent.call('GET', `/tickets/${ticketId}`)).body;
    const made = (await agent.call('POST', `/tickets/${ticketId}/specifications`, { messageId: detail.messages[0].id }))
      .body;
    specificationId = made.id;
    const { page, context, faults } = await screen(agent);
    await page.goto(`${app.url}/specifications/${specificationId}`);
    await page.locator('mark').first().waitFor();
    await picture(page, '4-specification');
    await page.getByRole('button', { name: 'Confirm all' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const withMissing = page.getByLabel('Hand off with what is missing shown as not provided');
    if (await withMissing.isVisible()) await withMissing.check();
    await page.getByRole('button', { name: 'Hand off as version 1' }).click();
    await page.getByText('Handed to production').first().waitFor();
    await picture(page, '5-handed-off');
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is asked back, answered and accepted by production, in Chinese', async () => {
    const { page, context, faults } = await screen(planner);
    await page.goto(`${app.url}/production`);
    await page.getByText('930 × 2180').first().waitFor();
    await picture(page, '6-board');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByText('930 × 2180').first().click();
    await page.getByPlaceholder('需要了解什么？').fill('锁是几点锁？');
    await page.getByRole('button', { name: '向销售提问' }).click();
    await page.getByText('等待答复').waitFor();
    await picture(page, '7-sheet');

    const other = await screen(agent);
    await other.page.goto(`${app.url}/specifications/${specificationId}`);
    await other.page.getByPlaceholder('Your answer to production').fill('五点锁');
    await other.page.getByRole('button', { name: 'Answer', exact: true }).click();
    await page.getByText('→ 五点锁').waitFor();
    await other.context.close();

    await page.getByRole('button', { name: '接受' }).click();
    await page.getByLabel('交期（天）').fill('35');
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await eventually(
      async () =>
        (await planner.call('GET', `/production/specifications/${specificationId}`)).body.state === 'accepted',
      'the state accepted',
    );
    await picture(page, '8-accepted');
    expect(await page.content()).not.toMatch(/perrenoud@/i);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is seen by the buyer on a phone, in French, and approved', async () => {
    const { body: link } = await agent.call('POST', `/specifications/${specificationId}/approval-link`);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' });
    const page = await context.newPage();
    await page.goto(link.url);
    await page.getByRole('button', { name: /je valide/ }).waitFor();
    await picture(page, '9-buyer');
    await page.getByRole('button', { name: /je valide/ }).click();
    await page.getByText('Vous avez validé cette version').waitFor();
    expect((await agent.call('GET', `/specifications/${specificationId}`)).body.approval.state).toBe('approved');
    await context.close();
  });
});

describe('the inbox everywhere', () => {
  it.each([
    ['dark', { width: 1280, height: 800, dark: true }, 'en'],
    ['arabic', { width: 1440, height: 900 }, 'ar'],
    ['chinese', { width: 1280, height: 800 }, 'zh-CN'],
    ['tablet', { width: 768, height: 1024 }, 'de'],
    ['phone', { width: 390, height: 844 }, 'en'],
  ])('%s', async (name, size, language) => {
    const person = await app.signIn('lead', { interfaceLanguage: language });
    const { page, context, faults } = await screen(person, size);
    await page.goto(`${app.url}/inbox/all`);
    await page.getByText('Porte avec trappe à lait').first().waitFor();
    await picture(page, `inbox-${name}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(faults).toEqual([]);
    await context.close();
  });
});
