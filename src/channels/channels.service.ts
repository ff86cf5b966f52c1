import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { type Channel, type ChannelInput, imapSettings, outboundSettings } from '../../libs/contracts/index.ts';
import { translator } from '../../libs/i18n/server.ts';
import { AppError, Events, ensure, newId, SecretBox } from '../platform/index.ts';
import type { OutboundSettings } from './channel-settings.ts';

interface Row
  extends Omit<Channel, 'lastSuccessAt' | 'lastErrorAt' | 'received' | 'lag'>,
    Record<keyof Channel['received'], number> {
  lastSuccessAt: Date | null;
  lastErrorAt: Date | null;
  lagMessages: number | null;
  lagSeconds: number | null;
}

const select = `
  SELECT c.id, c.store_id AS "storeId", c.kind, c.name, c.addresses, c.imap, c.outbound, c.is_active AS "isActive",
    CASE WHEN NOT c.is_active THEN 'off' WHEN c.kind <> 'imap' THEN 'connected' ELSE c.state END AS state,
    c.last_success_at AS "lastSuccessAt", c.last_error_at AS "lastErrorAt", c.last_error_kind AS "lastErrorKind", c.last_error AS "lastError",
    c.secret IS NOT NULL AS "hasSecret", c.outbound_secret IS NOT NULL AS "hasOutboundSecret", n.*, w.*
  FROM channels c CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE r.state = 'ticketed')::int AS ticketed, count(*) FILTER (WHERE r.state = 'ignored')::int AS ignored,
           count(*) FILTER (WHERE r.state = 'failed')::int AS failed, count(*) FILTER (WHERE r.state = 'received')::int AS waiting
    FROM received_messages r WHERE r.channel_id = c.id) n
  CROSS JOIN LATERAL (
    SELECT sum(m.waiting)::int AS "lagMessages", greatest(extract(epoch FROM now() - min(m.waiting_since)), 0)::int AS "lagSeconds"
    FROM mailbox_cursors m WHERE m.channel_id = c.id AND m.waiting > 0) w`;

@Injectable()
export class ChannelsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly box: SecretBox,
    private readonly events: Events,
  ) {}

  /** @param language of whoever reads the last error */
  async list(language = 'en'): Promise<Channel[]> {
    const rows: Row[] = await this.source.query(`${select} ORDER BY c.name`);
    return rows.map((r) => present(r, language));
  }

  /** @throws AppError channel.notFound */
  async find(id: string, language = 'en', db: EntityManager = this.source.manager): Promise<Channel> {
    const rows: Row[] = await db.query(`${select} WHERE c.id = $1`, [id]);
    ensure(rows[0], 'channel.notFound');
    return present(rows[0], language);
  }

  /** How answers of a channel leave. @throws AppError channel.notFound */
  async outbound(id: string): Promise<OutboundSettings> {
    const rows: { outbound: OutboundSettings }[] = await this.source.query(
      'SELECT outbound FROM channels WHERE id = $1',
      [id],
    );
    ensure(rows[0], 'channel.notFound');
    return outboundSettings.parse(rows[0].outbound);
  }

  /** @throws AppError channel.addressTaken */
  create(input: ChannelInput, joined?: EntityManager): Promise<Channel> {
    return this.save(newId(), input, joined);
  }

  /** @throws AppError channel.notFound, channel.addressTaken */
  async update(id: string, input: ChannelInput): Promise<Channel> {
    await this.find(id);
    return this.save(id, input);
  }

  /** Only a channel nothing came through; another is switched off instead. */
  async remove(id: string): Promise<void> {
    await this.find(id);
    const used = await this.source.query(
      `SELECT 1 FROM received_messages WHERE channel_id = $1 UNION ALL SELECT 1 FROM tickets WHERE channel_id = $1 LIMIT 1`,
      [id],
    );
    if (used.length > 0) throw new AppError('channel.inUse');
    await this.source.query('DELETE FROM channels WHERE id = $1', [id]);
    await this.events.publishNow({ type: 'channel.changed', channelId: id });
  }

  private async save(id: string, input: ChannelInput, joined?: EntityManager): Promise<Channel> {
    const db = joined ?? this.source.manager;
    const addresses = [...new Set(input.addresses.map((a) => a.toLowerCase()))];
    const [taken]: { name: string }[] = await db.query(
      'SELECT name FROM channels WHERE addresses && $1::text[] AND id <> $2 LIMIT 1',
      [addresses, id],
    );
    if (taken) throw new AppError('channel.addressTaken', { name: taken.name });
    await db.query(
      `INSERT INTO channels (id, store_id, kind, name, addresses, imap, outbound, secret, outbound_secret, is_active) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET store_id = $2, kind = $3, name = $4, addresses = $5, imap = $6, outbound = $7,
         secret = coalesce($8, channels.secret), outbound_secret = coalesce($9, channels.outbound_secret), is_active = $10,
         last_error = NULL, last_error_kind = NULL, revision = channels.revision + 1`,
      [
        id,
        input.storeId,
        input.kind,
        input.name,
        addresses,
        input.imap ? JSON.stringify(input.imap) : null,
        JSON.stringify(input.outbound),
        input.secret ? this.box.seal(input.secret) : null,
        input.outboundSecret ? this.box.seal(input.outboundSecret) : null,
        input.isActive,
      ],
    );
    await this.events.publish(db, { type: 'channel.changed', channelId: id });
    return this.find(id, 'en', db);
  }
}

function present(row: Row, language: string): Channel {
  const { ticketed, ignored, failed, waiting, lagMessages, lagSeconds, ...rest } = row;
  const said = rest.lastError ?? '';
  return {
    ...rest,
    imap: rest.imap && imapSettings.parse(rest.imap),
    outbound: outboundSettings.parse(rest.outbound),
    lastSuccessAt: rest.lastSuccessAt?.toISOString() ?? null,
    lastErrorAt: rest.lastErrorAt?.toISOString() ?? null,
    lastError: rest.lastErrorKind ? translator(language)(`channel:fault.${rest.lastErrorKind}`, { said }) : null,
    lag: lagMessages ? { messages: lagMessages, seconds: lagSeconds ?? 0 } : null,
    received: { ticketed, ignored, failed, waiting },
  };
}
