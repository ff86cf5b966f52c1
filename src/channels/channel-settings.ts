import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { type ChannelKind, imapSettings, outboundSettings } from '../../libs/contracts/index.ts';
import { ensure, SecretBox } from '../platform/index.ts';

export type ImapSettings = z.output<typeof imapSettings>;
export type OutboundSettings = z.output<typeof outboundSettings>;
export type SecretName = 'inbound' | 'outbound';

/** What a channel connects with; secrets are open here and never leave the room. */
export interface ChannelSettings {
  id: string;
  kind: ChannelKind;
  name: string;
  addresses: string[];
  isActive: boolean;
  imap: ImapSettings | null;
  outbound: OutboundSettings;
  inboundSecret: string;
  outboundSecret: string;
  createdAt: Date;
  /** Grows each time an administrator saves them. */
  revision: number;
}

/** Settings and opened secrets, for those who connect with them. */
@Injectable()
export class ReadSettings {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly box: SecretBox,
  ) {}

  /** @throws AppError channel.notFound */
  async of(channelId: string): Promise<ChannelSettings> {
    const rows: (Omit<ChannelSettings, 'inboundSecret' | 'outboundSecret'> & {
      secret: Buffer | null;
      outboundSealed: Buffer | null;
    })[] = await this.source.query(
      `SELECT id, kind, name, addresses, is_active AS "isActive", imap, outbound, secret, outbound_secret AS "outboundSealed", created_at AS "createdAt", revision
       FROM channels WHERE id = $1`,
      [channelId],
    );
    ensure(rows[0], 'channel.notFound');
    const { secret, outboundSealed, imap, outbound, ...rest } = rows[0];
    return {
      ...rest,
      imap: imap && imapSettings.parse(imap),
      outbound: outboundSettings.parse(outbound),
      inboundSecret: secret ? this.box.open(secret) : '',
      outboundSecret: outboundSealed ? this.box.open(outboundSealed) : '',
    };
  }

  /** A token server gave a new refresh token in place of the old one. */
  async replaceSecret(channelId: string, which: SecretName, secret: string): Promise<void> {
    const column = which === 'inbound' ? 'secret' : 'outbound_secret';
    await this.source.query(`UPDATE channels SET ${column} = $2 WHERE id = $1`, [channelId, this.box.seal(secret)]);
  }
}
