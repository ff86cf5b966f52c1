import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Channel, ChannelInput } from '../../libs/contracts/index.ts';
import { AppError, Events, ensure, newId, SecretBox } from '../platform/index.ts';
import { ChannelEntity } from './channel.entity.ts';

interface Row extends ChannelEntity {
  hasSecret: boolean;
  hasOutboundSecret: boolean;
  ticketed: number;
  ignored: number;
  failed: number;
  waiting: number;
}

const select = `
  SELECT c.id, c.store_id AS "storeId", c.kind, c.name, c.addresses, c.imap, c.outbound, c.is_active AS "isActive",
    CASE WHEN NOT c.is_active THEN 'off' WHEN c.kind <> 'imap' THEN 'connected' ELSE c.state END AS state,
    c.last_success_at AS "lastSuccessAt", c.last_error_at AS "lastErrorAt", c.last_error AS "lastError",
    c.secret IS NOT NULL AS "hasSecret", c.outbound_secret IS NOT NULL AS "hasOutboundSecret", n.*
  FROM channels c CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE r.state = 'ticketed')::int AS ticketed, count(*) FILTER (WHERE r.state = 'ignored')::int AS ignored,
           count(*) FILTER (WHERE r.state = 'failed')::int AS failed, count(*) FILTER (WHERE r.state = 'received')::int AS waiting
    FROM received_messages r WHERE r.channel_id = c.id) n`;

@Injectable()
export class ChannelsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly box: SecretBox,
    private readonly events: Events,
  ) {}

  async list(): Promise<Channel[]> {
    const rows: Row[] = await this.source.query(`${select} ORDER BY c.name`);
    return rows.map(present);
  }

  async find(id: string, db: EntityManager = this.source.manager): Promise<Channel> {
    const rows: Row[] = await db.query(`${select} WHERE c.id = $1`, [id]);
    ensure(rows[0], 'channel.notFound');
    return present(rows[0]);
  }

  create(input: ChannelInput, joined?: EntityManager): Promise<Channel> {
    return this.save(newId(), input, joined);
  }

  async update(id: string, input: ChannelInput): Promise<Channel> {
    await this.find(id);
    return this.save(id, input);
  }

  /** Only a channel nothing came through; another is switched off instead. */
  async remove(id: string): Promise<void> {
    await this.find(id);
    const used = await this.source.query('SELECT 1 FROM received_messages WHERE channel_id = $1 LIMIT 1', [id]);
    if (used.length > 0) throw new AppError('channel.inUse');
    await this.source.query('DELETE FROM channels WHERE id = $1', [id]);
    await this.events.publishNow({ type: 'channel.changed', channelId: id });
  }

  /** Opened secrets of a channel, for those who connect with them. */
  async secrets(id: string): Promise<{ inbound: string | null; outbound: string | null }> {
    const rows: { secret: Buffer | null; outbound_secret: Buffer | null }[] = await this.source.query(
      'SELECT secret, outbound_secret FROM channels WHERE id = $1',
      [id],
    );
    const open = (sealed: Buffer | null | undefined) => (sealed ? this.box.open(sealed) : null);
    return { inbound: open(rows[0]?.secret), outbound: open(rows[0]?.outbound_secret) };
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
         secret = coalesce($8, channels.secret), outbound_secret = coalesce($9, channels.outbound_secret), is_active = $10, last_error = NULL`,
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
    return this.find(id, db);
  }
}

function present({ ticketed, ignored, failed, waiting, lastSuccessAt, lastErrorAt, ...row }: Row): Channel {
  return {
    ...row,
    lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    lastErrorAt: lastErrorAt?.toISOString() ?? null,
    lastErrorKind: null,
    lag: null,
    received: { ticketed, ignored, failed, waiting },
  };
}
