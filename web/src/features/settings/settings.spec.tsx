import { screen, waitFor, within } from '@testing-library/react';
import { createChannel, listChannels } from '../../../../libs/contracts/channels.ts';
import { listServiceTargets, updateServiceTarget } from '../../../../libs/contracts/deadlines.ts';
import {
  createRoutingRule,
  deleteRoutingRule,
  listRoutingRules,
  orderRoutingRules,
  previewRoutingRule,
  type RoutingRule,
} from '../../../../libs/contracts/routing.ts';
import { getSettings } from '../../../../libs/contracts/settings.ts';
import { listStores, updateStore } from '../../../../libs/contracts/stores.ts';
import { aStore, id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const rule = (n: number, changes: Partial<RoutingRule> = {}): RoutingRule => ({
  id: id(n),
  position: n,
  name: `Rule ${n}`,
  conditions: { languages: ['fr'], storeIds: [] },
  actions: { priority: 'high' },
  isActive: true,
  ...changes,
});
const settings = {
  companyName: 'Doors',
  followUpAfterDays: 30,
  undoSendSeconds: 10,
  languageConfidence: 0.5,
  isDemo: false,
};

const openSection = (section: string, server = aServer()) =>
  openApp(`/settings/${section}`, server.on(getSettings, settings));

describe('routing rules', () => {
  it('teach what they are for while there are none', async () => {
    await openSection('routing', aServer().on(listRoutingRules, { items: [] }));
    expect(await screen.findByText(/The first rule that matches decides/)).toBeVisible();
  });

  it('are written in words: conditions and actions are added, and what stays empty is not sent', async () => {
    const server = aServer()
      .on(listRoutingRules, { items: [] })
      .on(createRoutingRule, ({ body }) => ({ ...rule(5), ...(body as object) }));
    const { user } = await openSection('routing', server);
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    await user.type(await screen.findByLabelText('Name'), 'Hatches');
    await user.click(screen.getByRole('combobox', { name: 'Add a condition' }));
    await user.click(await screen.findByText('Subject contains'));
    await user.type(await screen.findByLabelText('Subject contains'), 'hatch');
    await user.click(screen.getByRole('combobox', { name: 'Add a condition' }));
    await user.click(await screen.findByText('Has one of the tags'));
    await user.click(screen.getByRole('combobox', { name: 'Add what to do' }));
    await user.click(await screen.findByText('Set the priority'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(server.calls(createRoutingRule)).toHaveLength(1));
    expect(server.calls(createRoutingRule)[0]!.body).toEqual({
      name: 'Hatches',
      conditions: { subjectContains: 'hatch' },
      actions: { priority: 'high' },
      isActive: true,
    });
  });

  it('say beside the field what is wrong, and lead the keyboard there', async () => {
    const server = aServer().on(listRoutingRules, { items: [] });
    const { user } = await openSection('routing', server);
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('This is needed.')).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveFocus();
    expect(server.calls(createRoutingRule)).toHaveLength(0);
  });

  it('show before saving what they would do, and why', async () => {
    const server = aServer()
      .on(listRoutingRules, { items: [rule(1)] })
      .on(previewRoutingRule, {
        examined: 50,
        items: [
          {
            ticketId: id(9),
            number: 1009,
            subject: 'Trappe',
            language: 'fr',
            teamId: null,
            assigneeId: null,
            decidedByRule: null,
            decision: {
              teamId: id(31),
              assigneeId: id(2),
              addTags: [],
              priority: 'high',
              reasons: [{ code: 'rule', params: { rule: 'Rule 1' } }],
            },
          },
        ],
      });
    const { user } = await openSection('routing', server);
    await user.click(await screen.findByRole('button', { name: 'Rule 1' }));
    await user.click(await screen.findByRole('button', { name: 'Try it on the newest tickets' }));
    const told = await screen.findByRole('region', { name: 'Try it on the newest tickets' });
    expect(await within(told).findByText('1 of 50 tickets matches.')).toBeVisible();
    expect(within(told).getByRole('link', { name: '#1009 Trappe' })).toHaveAttribute('href', `/tickets/${id(9)}`);
    expect(within(told).getByText(/From nobody to Francophonie · Jonas Albrecht\..*By the rule/)).toBeVisible();
    expect(server.calls(previewRoutingRule)[0]!.body).toMatchObject({ id: id(1), conditions: { languages: ['fr'] } });
  });

  it('can be put in order, and come back when they were taken away by mistake', async () => {
    const server = aServer()
      .on(listRoutingRules, { items: [rule(1), rule(2)] })
      .on(orderRoutingRules, { items: [rule(2), rule(1)] })
      .on(deleteRoutingRule, undefined)
      .on(createRoutingRule, ({ body }) => ({ ...rule(7), ...(body as object) }));
    const { user } = await openSection('routing', server);
    await user.click(await screen.findByRole('button', { name: 'Move down: Rule 1' }));
    await waitFor(() => expect(server.calls(orderRoutingRules)[0]?.body).toEqual({ ids: [id(2), id(1)] }));
    await user.click(screen.getByRole('button', { name: 'Rule 1' }));
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.calls(createRoutingRule)[0]?.body).toMatchObject({ name: 'Rule 1' }));
  });
});

describe('channels', () => {
  it('ask for a mailbox field by field, and mark what is missing', async () => {
    const server = aServer().on(listChannels, { items: [] });
    const { user } = await openSection('channels', server);
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    await user.type(await screen.findByLabelText('Name'), 'Sales');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findAllByText('This is needed.')).toHaveLength(2);
    expect(screen.getByLabelText('Server')).toHaveFocus();
    expect(server.calls(createChannel)).toHaveLength(0);
  });
});

describe('stores', () => {
  it('keep what the form does not show, and the signature of each language', async () => {
    const store = aStore({ color: 'grape', signatures: { fr: 'Cordialement' } });
    const server = aServer()
      .on(listStores, { items: [store] })
      .on(updateStore, ({ body }) => ({ ...store, ...(body as object) }));
    const { user } = await openSection('stores', server);
    await user.click(await screen.findByRole('button', { name: store.name, pressed: false }));
    const signature = await screen.findByLabelText('French');
    await user.type(signature, '!');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(server.calls(updateStore)).toHaveLength(1));
    expect(server.calls(updateStore)[0]!.body).toMatchObject({ color: 'grape', signatures: { fr: 'Cordialement!' } });
  });
});

describe('service targets', () => {
  it('take lengths of time in a fitting unit and opening hours by weekday', async () => {
    const target = {
      id: id(3),
      position: 1,
      name: 'A day',
      storeIds: [],
      priorities: [],
      isPlatform: false,
      firstResponseMinutes: 1440,
      nextResponseMinutes: null,
      resolutionMinutes: null,
      calendar: null,
    };
    const server = aServer()
      .on(listServiceTargets, { items: [target] })
      .on(updateServiceTarget, ({ body }) => ({ ...target, ...(body as object) }));
    const { user } = await openSection('targets', server);
    await user.click(await screen.findByRole('button', { name: 'A day' }));
    const first = await screen.findByLabelText('First answer within');
    expect(first).toHaveValue('1');
    await user.clear(first);
    await user.type(first, '2');
    await user.click(screen.getByRole('combobox', { name: 'What counts' }));
    await user.click(await screen.findByText('Hours by weekday'));
    await user.click(await screen.findByLabelText('Friday'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(server.calls(updateServiceTarget)).toHaveLength(1));
    expect(server.calls(updateServiceTarget)[0]!.body).toMatchObject({
      firstResponseMinutes: 2880,
      calendar: { periods: { 1: [[540, 1080]], 4: [[540, 1080]] } },
    });
    const { calendar } = server.calls(updateServiceTarget)[0]!.body as { calendar: { periods: object } };
    expect(Object.keys(calendar.periods)).toEqual(['1', '2', '3', '4']);
  });
});
