import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChannelEntity } from './channel.entity.ts';
import { ChannelDirectory } from './channel-directory.ts';
import { ChannelsController } from './channels.controller.ts';
import { ChannelsService } from './channels.service.ts';
import { MailboxLeases } from './email/mailbox-leases.ts';
import { MailboxReader } from './email/mailbox-reader.ts';
import { Mailboxes } from './email/mailboxes.ts';
import { SmtpListener } from './email/smtp-listener.ts';
import { SmtpSender } from './email/smtp-sender.ts';
import { RawMessages } from './raw-messages.ts';
import { ReceiveMessage } from './receive-message.ts';
import { TestChannel } from './test-channel.ts';

@Module({
  imports: [TypeOrmModule.forFeature([ChannelEntity])],
  controllers: [ChannelsController],
  providers: [
    ChannelsService,
    ChannelDirectory,
    ReceiveMessage,
    RawMessages,
    SmtpListener,
    SmtpSender,
    TestChannel,
    MailboxLeases,
    MailboxReader,
    Mailboxes,
  ],
  exports: [ChannelsService, ReceiveMessage, RawMessages, SmtpSender, SmtpListener],
})
export class ChannelsModule {}
