export { type AutomationInput, classifyAutomation } from './automation/classify-automation.ts';
export {
  composeMessage,
  isRightToLeft,
  type OutgoingAttachment,
  type OutgoingMail,
  trimReferences,
} from './compose.ts';
export { htmlToText } from './html/html-to-text.ts';
export { type SafeHtml, type SanitizeOptions, sanitizeMailHtml } from './html/sanitize-mail-html.ts';
export { type Letter, letterHtml, letterText, picturesNamedIn } from './letter-html.ts';
export {
  findTicketReferences,
  messageIdList,
  normaliseMessageId,
  plainAddress,
  type SigningKey,
  signMessageId,
  signReplyAddress,
  threadIndexRoot,
  ticketReference,
  verifyMessageId,
  verifyReplyAddress,
} from './message-ids.ts';
export { parseMessage } from './parse-message.ts';
export { type SeparatedReply, separateReply } from './quote/index.ts';
export { baseSubject, hasReplyPrefix } from './subject.ts';
export type {
  Authentication,
  AuthenticationResult,
  AutomationKind,
  AutomationVerdict,
  BounceRecipient,
  BounceReport,
  CalendarMark,
  ForwardedMail,
  HeaderField,
  MailAddress,
  MailHeaders,
  ParsedAttachment,
  ParsedMessage,
  ParseOptions,
  ProtectionKind,
  SpamMark,
} from './types.ts';
