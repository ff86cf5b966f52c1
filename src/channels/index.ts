export type { OutgoingEnvelope, Outlet, RefusedRecipient, SendOutcome } from './channel.ts';
export type { OutboundSettings } from './channel-settings.ts';
export { ChannelsModule } from './channels.module.ts';
export { ChannelsService } from './channels.service.ts';
export { SmtpListener } from './email/smtp-listener.ts';
export { SmtpSender } from './email/smtp-sender.ts';
export { type FolderSurvey, SurveyMailbox } from './email/survey-mailbox.ts';
export { RawMessages } from './raw-messages.ts';
export { type Incoming, type Receipt, ReceiveMessage } from './receive-message.ts';
