import type { MailAddress } from '../types.ts';

const DAEMON_LOCAL =
  /^(?:mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|mail[-_.]delivery[-_.](?:system|subsystem|service)|double-bounce|bounces?|mail[-_.]?system|maildelivery|null|<>)$/i;
// A person may sit behind these.
const POSTMASTER_LOCAL =
  /^(?:post[-_.]?master|mail[-_.]?admin(?:istrator)?|smtp|sysadmin|system[-_.]?administrator|administrator)$/i;
const DAEMON_NAME =
  /^"?(?:mail(?:er)?[ -]?deliver[a-z]* (?:system|subsystem|service)|mail(?:er)?[- ]?daemon|system administrator|mail administrator|microsoft (?:exchange|outlook)|mail[ -]?system|internet mail delivery|delivery subsystem|mdaemon|m-filter|interscan|mail marshal|mail server|e-?mail (?:system|server)|почтовая служба|mail delivery)/i;
const NO_REPLY =
  /(?:^|[._+-])(?:no|do[-_.]?not|dont)[-_.]?(?:reply|respond|answer|responder)|^(?:ne[-_.]?pas[-_.]?repondre|nicht[-_.]?antworten|noresponder|nao[-_.]?responda|no[-_.]?responder|non[-_.]?rispondere)/i;
// Marketplaces pass a buyer's words on from an address of their own (exact domain or a dotted suffix of it).
const RELAY_DOMAINS =
  /(?:^|\.)(?:marketplace\.amazon\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})|members\.ebay\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})|relay\.walmart\.com|notification\.mirakl\.net|verkopen\.bol\.com|klantbericht\.bol\.com|allegromail\.pl|message\.manomano\.com|mail\.mercadolibre\.com|pc\.fw\.rakuten\.ne\.jp)$/i;

const localPart = (address: string) => address.slice(0, address.includes('@') ? address.lastIndexOf('@') : undefined);
const domainPart = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/** MAILER-DAEMON and its kin, by address or display name. */
export function isMailDaemon(sender: MailAddress | undefined): boolean {
  if (!sender) return false;
  return DAEMON_LOCAL.test(localPart(sender.address) || sender.name) || DAEMON_NAME.test(sender.name);
}

/** Addresses from which both a mail system and the person who runs it write. */
export function isPostmaster(sender: MailAddress | undefined): boolean {
  return (
    sender !== undefined && (POSTMASTER_LOCAL.test(localPart(sender.address)) || /^"?postmaster/i.test(sender.name))
  );
}

export function isNoReply(sender: MailAddress | undefined): boolean {
  return sender !== undefined && NO_REPLY.test(localPart(sender.address));
}

/** A marketplace's relay address behind which a buyer writes. */
export function isBuyerRelay(sender: MailAddress | undefined): boolean {
  return sender !== undefined && RELAY_DOMAINS.test(domainPart(sender.address)) && !isNoReply(sender);
}
