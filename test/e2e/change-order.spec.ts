import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, eventually, furnish, letter, settled } from '../factories/desk.ts';
import { launchBrowser, openScreen, picture, seriousFindings } from './browser.ts';

jest.setTimeout(120_000);

let app: TestApp;
let browser: Browser;
let agent: SignedIn;
let planner: SignedIn;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchBrowser()]);
  await furnish(app);
  agent = await app.signIn('agent', { name: 'Adaeze Nwosu', languages: [{ language: 'en', level: 'native' }] });
  planner = await app.signIn('production', { name: '吴刚', interfaceLanguage: 'zh-CN' });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

describe('the steel plate from Lagos', () => {
  const from = 'Emeka Okafor <emeka@site.example>';
  const first = '<lagos-1@site.example>';
  let ticketId: string;
  let id: string;
  const sales = async () => (await agent.call('GET', `/specifications/${id}`)).body;
  const production = async () => (await planner.call('GET', `/production/specifications/${id}?language=zh-CN`)).body;
  const write = async (text: string) => {
    await deliver(
      app,
      letter(text, { From: from, Subject: 'Re: Security doors', 'In-Reply-To': first, References: first }),
      'sales@doors.example',
      'emeka@site.example',
    );
    await settled(app);
  };
  const approve = async (name: string) => {
    const { body: link } = await agent.call('POST', `/specifications/${id}/approval-link`);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(link.url);
    await page.getByRole('button', { name: /right: approve/ }).waitFor();
    await picture(page, name);
    await page.getByRole('button', { name: /right: approve/ }).click();
    await page.getByText('You approved this version', { exact: false }).waitFor();
    await context.close();
  };

  it('says left and right of one door: it is seen, not handed off, and asked', async () => {
    await deliver(
      app,
      letter(
        'Good day,\n\nwe need 3 steel security doors, 3\'0" x 7\'0" structural opening, wall 9 inches. Put iron plate inside the two layers, 3 mm thick. Left hand, opening outward, hinges on the right when viewed from outside. Colour brown RAL 8017. 9 point lock. Deliver CIF Lagos.\n\nEmeka Okafor',
        { From: from, Subject: 'Security doors', 'Message-ID': first },
      ),
      'sales@doors.example',
      'emeka@site.example',
    );
    await settled(app);
    ticketId = (await agent.call('GET', '/tickets?view=all')).body.items[0].id;
    const { messages } = (await agent.call('GET', `/tickets/${ticketId}`)).body;
    id = (await agent.call('POST', `/tickets/${ticketId}/specifications`, { messageId: messages[0].id })).body.id;

    const { page, context, faults } = await openScreen(browser, app.url, agent);
    await page.goto(`${app.url}/specifications/${id}`);
    await page.getByText('Said in two ways: look').waitFor();
    await picture(page, 'lagos-1-conflict');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm all' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByLabel('Hand off with what is missing shown as not provided').check();
    await page.getByRole('button', { name: 'Hand off as version 1' }).click();
    await page.getByText('Values are not confirmed yet: Hinge', { exact: false }).first().waitFor();
    expect((await sales()).currentVersion).toBe(0);
    expect((await planner.call('GET', '/production/board')).body.cards).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is answered by the buyer, confirmed by keyboard, drawn, and handed off', async () => {
    const { openPoints } = await sales();
    const point = openPoints.find((p: { attribute: string }) => p.attribute === 'handing_din');
    expect(point).toMatchObject({ code: 'conflicting_values', isBlocking: true });
    const asked = await agent.call('POST', `/specifications/${id}/ask-buyer`, {
      points: [{ itemId: point.itemId, attribute: point.attribute, code: point.code }],
    });
    expect(asked.body.language).toBe('en');
    await write('Sorry for the mix-up: hinges on the right when viewed from outside, the door opens outward.\n\nEmeka');
    const now = await eventually(async () => {
      const s = await sales();
      return s.buyerQuestions[0]?.answer && s.items[0].values.handing_din?.value === 'right' ? s : null;
    }, 'the answer as a value');
    expect(now.items[0].values.handing_din).toMatchObject({ value: 'right', state: 'candidate' });

    const { page, context, faults } = await openScreen(browser, app.url, agent);
    await page.goto(`${app.url}/specifications/${id}`);
    await page.locator(`[data-row="${now.items[0].id} handing_din"]`).focus();
    await page.keyboard.press('Enter');
    await eventually(
      async () => (await sales()).items[0].values.handing_din.state === 'confirmed',
      'the value confirmed by a key',
    );
    const left = page.getByRole('button', { name: 'Confirm all' });
    if (await left.isVisible()) await left.click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await picture(page, 'lagos-2-confirmed');
    const withMissing = page.getByLabel('Hand off with what is missing shown as not provided');
    if (await withMissing.isVisible()) await withMissing.check();
    await page.getByRole('button', { name: 'Hand off as version 1' }).click();
    await page.getByText('Handed to production').first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is accepted in Chinese with a price, and approved by the buyer', async () => {
    const moved = await planner.call('POST', `/production/specifications/${id}/move`, {
      to: 'accepted',
      feasibility: { answer: 'yes', price: 2400, currency: 'USD', leadTimeDays: 35 },
    });
    expect(moved.body.state).toBe('accepted');
    await approve('lagos-3-buyer');
    expect((await sales()).approval.state).toBe('approved');
  });

  it('changes after approval: an alarm in Chinese, then a change order that shows what it costs', async () => {
    await write('Please make the iron plate 5 mm instead of 3 mm.\n\nEmeka');
    await eventually(async () => (await production()).alarms.length > 0, 'the alarm');
    const screen = await openScreen(browser, app.url, planner);
    await screen.page.goto(`${app.url}/production/${id}`);
    await screen.page.getByRole('alert').first().waitFor();
    await picture(screen.page, 'lagos-4-alarm');
    expect(await screen.page.getByRole('alert').first().textContent()).toMatch(/3 mm[\s\S]*5 mm/);

    const now = await sales();
    expect(now.items[0].values.reinforcement_plate_mm).toMatchObject({ value: 5, state: 'candidate' });
    for (const item of now.items) for (const v of Object.values<{ state: string }>(item.values)) v.state = 'confirmed';
    await agent.call('PUT', `/specifications/${id}/draft`, { revision: now.revision, items: now.items });
    const second = await agent.call('POST', `/specifications/${id}/hand-off`, { withMissing: true });
    expect(second.body).toMatchObject({ currentVersion: 2, approval: { state: 'outdated' } });
    await eventually(
      async () => (await screen.page.locator('ins').count()) > 0 && (await screen.page.locator('del').count()) > 0,
      'the difference on production’s screen',
    );
    await picture(screen.page, 'lagos-5-change-order');
    const costed = await planner.call('POST', `/production/specifications/${id}/move`, {
      to: 'accepted',
      feasibility: { answer: 'yes', surcharge: 180, currency: 'USD', extraDays: 3 },
    });
    expect(costed.body.state).toBe('accepted');
    await approve('lagos-6-change-approved');
    expect((await sales()).approval).toMatchObject({ state: 'approved', version: 2 });
    expect(/emeka|okafor/i.test(await screen.page.content())).toBe(false);
    expect(screen.faults).toEqual([]);
    await screen.context.close();
  });
});
