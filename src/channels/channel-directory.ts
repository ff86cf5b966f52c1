import { domainToUnicode } from 'node:url';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Events } from '../platform/index.ts';

/** Which channel takes mail for an address; kept in memory until somebody changes a channel. */
@Injectable()
export class ChannelDirectory {
  private known: Promise<Map<string, string>> | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    events: Events,
  ) {
    for (const type of ['channel.changed', 'events.reconnected']) {
      events.subscribe(type, () => {
        this.known = undefined;
      });
    }
  }

  /** The channel of an address or of its plus-addressed form (RFC 5233); null where nobody takes it. */
  async find(address: string): Promise<string | null> {
    this.known ??= this.load().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    const known = await this.known;
    const wanted = comparable(address);
    return known.get(wanted) ?? known.get(wanted.replace(/\+[^@]*(?=@)/, '')) ?? null;
  }

  private async load(): Promise<Map<string, string>> {
    const rows: { id: string; address: string }[] = await this.source.query(
      `SELECT id, unnest(addresses) AS address FROM channels WHERE is_active AND kind IN ('smtp_listener', 'imap')`,
    );
    return new Map(rows.map((r) => [comparable(r.address), r.id]));
  }
}

/** Lower case, one Unicode form, and the domain in letters rather than in `xn--` (RFC 5891). */
function comparable(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  return `${address.slice(0, at)}@${domainToUnicode(domain) || domain}`.normalize('NFC').toLowerCase();
}
