import { Module } from '@nestjs/common';
import { ChannelDirectory } from './channel-directory.ts';
import { ReadSettings } from './channel-settings.ts';
import { ChannelState } from './channel-state.ts';
import { ChannelsController } from './channels.controller.ts';
import { ChannelsService } from './channels.service.ts';
import { MailboxLeases } from './email/mailbox-leases.ts';
import { MailboxLedger } from './email/mailbox-ledger.ts';
import { MailboxReader } from './email/mailbox-reader.ts';
import { Mailboxes } from './email/mailboxes.ts';
import { OAuthTokens } from './email/oauth-tokens.ts';
import { OpenMailbox } from './email/open-mailbox.ts';
import { SmtpListener } from './email/smtp-listener.ts';
import { SmtpSender } from './email/smtp-sender.ts';
import { SurveyMailbox } from './email/survey-mailbox.ts';
import { MailboxFolders } from './mailbox-folders.ts';
import { RawMessages } from './raw-messages.ts';
import { ReceiveMessage } from './receive-message.ts';
import { ReceiveWebhook } from './receive-webhook.ts';
import { TestChannel } from './test-channel.ts';

@Module({
  controllers: [ChannelsController],
  providers: [
    ChannelsService,
    ChannelDirectory,
    ChannelState,
    ReadSettings,
    ReceiveMessage,
    ReceiveWebhook,
    RawMessages,
    SmtpListener,
    SmtpSender,
    TestChannel,
    OAuthTokens,
    OpenMailbox,
    MailboxLeases,
    MailboxLedger,
    MailboxReader,
    MailboxFolders,
    Mailboxes,
    SurveyMailbox,
  ],
  exports: [ChannelsService, ReceiveMessage, RawMessages, SmtpSender, SmtpListener, SurveyMailbox],
})
export class ChannelsModule {}
