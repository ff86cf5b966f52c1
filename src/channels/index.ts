export { ChannelsModule } from './channels.module.ts';
export { ChannelsService } from './channels.service.ts';
export { SmtpListener } from './email/smtp-listener.ts';
export { type SendOutcome, SmtpSender } from './email/smtp-sender.ts';
export { RawMessages } from './raw-messages.ts';
export { type Incoming, type Receipt, ReceiveMessage } from './receive-message.ts';
