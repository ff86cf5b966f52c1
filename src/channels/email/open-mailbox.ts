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
    const credentials =
      imap.auth === 'xoauth2'
        ? { accessToken: await this.tokens.accessToken({ imap, ...channel }, 'inbound') }
        : { pass: channel.inboundSecret };
    try {
      return { channel: { ...channel, imap }, client: await connectMailbox(imap, credentials) };
    } catch (error) {
      if (faultKindOf(error) === 'login') this.tokens.forget(channelId);
      throw error;
    }
  }
}
