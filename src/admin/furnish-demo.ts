import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { SaveCannedReply } from '../canned-replies/index.ts';
import { ChannelsService } from '../channels/index.ts';
import { IdentifyContacts, keyOf } from '../contacts/index.ts';
import { ServiceTargetsService } from '../deadlines/index.ts';
import { TeamsService, UsersService } from '../identity/index.ts';
import { newId } from '../platform/index.ts';
import { RoutingRulesService } from '../routing/index.ts';
import { SettingsService } from '../settings/index.ts';
import { StoresService } from '../stores/index.ts';
import {
  demoCalendar,
  demoCannedReplies,
  demoOrders,
  demoPeople,
  demoRoutingRules,
  demoServiceTargets,
  demoStores,
  demoTeams,
  type PersonKey,
  type StoreKey,
  type TeamKey,
} from './demo/index.ts';

/** The same for everybody in the demo; the sign-in page says so. */
export const demoPassword = 'dragoman-demo';

/** Furnishes an empty workspace with the demo's stores, people, rules, replies and orders; a furnished one is left as it is. */
@Injectable()
export class FurnishDemo {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly users: UsersService,
    private readonly teams: TeamsService,
    private readonly stores: StoresService,
    private readonly channels: ChannelsService,
    private readonly rules: RoutingRulesService,
    private readonly targets: ServiceTargetsService,
    private readonly replies: SaveCannedReply,
    private readonly contacts: IdentifyContacts,
    private readonly settings: SettingsService,
  ) {}

  /** @returns whether it was empty */
  async furnish(now: Date): Promise<boolean> {
    if ((await this.users.count()) > 0) return false;
    const stores = new Map<StoreKey, string>();
    const people = new Map<PersonKey, string>();
    const teams = new Map<TeamKey, string>();
    for (const { key, ...store } of demoStores) {
      const made = await this.stores.create(store);
      stores.set(key, made.id);
      await this.channels.create({
        storeId: made.id,
        kind: 'smtp_listener',
        name: store.senderAddress,
        addresses: [store.senderAddress],
        imap: null,
        outbound: { kind: 'sink', security: 'starttls' },
        isActive: true,
      });
    }
    // Hashing passwords is slow on purpose: all at once.
    await Promise.all(
      demoPeople.map(async ({ key, calendar, ...person }) => {
        const { timeZone, periods } = demoCalendar(calendar);
        const made = await this.users.create({
          ...person,
          password: demoPassword,
          workingHours: { timeZone, periods },
        });
        people.set(key, made.id);
      }),
    );
    for (const { key, stores: of, members, ...team } of demoTeams) {
      const made = await this.teams.create({
        ...team,
        storeIds: of.map((s) => stores.get(s)!),
        channelIds: [],
        memberIds: members.map((m) => people.get(m)!),
      });
      teams.set(key, made.id);
    }
    for (const { name, conditions, actions } of demoRoutingRules) {
      const { stores: of, ...rest } = conditions;
      const { team, person, ...doing } = actions;
      await this.rules.create({
        name,
        conditions: { ...rest, ...(of ? { storeIds: of.map((s) => stores.get(s)!) } : {}) },
        actions: {
          ...doing,
          ...(team ? { teamId: teams.get(team)! } : {}),
          ...(person ? { userId: people.get(person)! } : {}),
        },
        isActive: true,
      });
    }
    for (const { stores: of, ...target } of demoServiceTargets)
      await this.targets.create({ ...target, storeIds: of.map((s) => stores.get(s)!) });
    for (const { stores: of, ...reply } of demoCannedReplies)
      await this.replies.create({ ...reply, storeIds: of.map((s) => stores.get(s)!) });
    await this.source.transaction((db) => this.orders(db, now, stores));
    await this.settings.update({ isDemo: true });
    return true;
  }

  private async orders(db: EntityManager, now: Date, stores: Map<StoreKey, string>): Promise<void> {
    const orders = demoOrders(now);
    const sender = (o: (typeof orders)[number]) => ({
      kind: /@marketplace\.amazon\.|@members\.ebay\.|@notification\.mirakl\./.test(o.contactEmail)
        ? ('relay' as const)
        : ('email' as const),
      value: o.contactEmail,
      name: o.contactName,
    });
    const contacts = await this.contacts.identify(db, orders.map(sender));
    const rows = orders.map((o) => ({
      id: newId(),
      store_id: stores.get(o.store),
      external_id: o.externalId,
      contact_id: contacts.get(keyOf(sender(o)))!.id,
      placed_at: o.placedAt,
      status: o.status,
      currency: o.currency,
      total: o.total,
      tracking: o.tracking,
      lines: o.lines,
    }));
    await db.query(
      `INSERT INTO orders (id, store_id, external_id, contact_id, placed_at, status, currency, total, tracking, lines)
       SELECT id, store_id, external_id, contact_id, placed_at, status, currency, total, tracking, lines FROM jsonb_to_recordset($1::jsonb)
         AS n (id uuid, store_id uuid, external_id text, contact_id uuid, placed_at timestamptz, status text, currency text, total numeric, tracking text, lines jsonb)`,
      [JSON.stringify(rows)],
    );
  }
}
