import { Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { type ChannelSettings, type ImapSettings, ReadSettings } from '../channel-settings.ts';
import { faultKindOf } from '../fault-kind.ts';
import { connectMailbox } from './imap-connection.ts';
import { OAuthTokens } from './oauth-tokens.ts';

export interface ConnectedMailbox {
  channel: ChannelSettings & { imap: ImapSettings };
  client: ImapFlow;
}

/** Connects to a mailbox with the settings of the moment. */
@Injectable()
export class OpenMailbox {
  constructor(
    private readonly settings: ReadSettings,
    private readonly tokens: OAuthTokens,
  ) {}

  /** @throws the network's, the token server's or the mail server's error */
  async open(channelId: string): Promise<ConnectedMailbox> {
    const { imap, ...channel } = await this.settings.of(channelId);
    if (!imap) throw new Error('this mailbox has no server set');
    const settings = { imap, ...channel };
    if (imap.auth === 'password')
      return { channel: settings, client: await connectMailbox(imap, { pass: channel.inboundSecret }) };
    const connect = async () =>
      connectMailbox(imap, { accessToken: await this.tokens.accessToken(settings, 'inbound') });
    const wasKept = this.tokens.has(channelId, 'inbound');
    try {
      return { channel: settings, client: await connect() };
    } catch (error) {
      if (faultKindOf(error) !== 'login') throw error;
      this.tokens.forget(channelId);
      // A kept token may have been withdrawn before its time (RFC 6749 §1.5): one more try with a new one.
      if (!wasKept) throw error;
      return { channel: settings, client: await connect() };
    }
  }
}
