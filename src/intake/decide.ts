import { regionOf } from '../../libs/language/index.ts';
import type { KnownContact } from '../contacts/index.ts';
import type { ReadMail } from './read-mail.ts';

/** Kinds that never open a conversation by themselves: a ticket is kept for them, but nobody has to act. */
const quietKinds = new Set([
  'auto_reply',
  'out_of_office',
  'delivered',
  'mdn',
  'arf',
  'challenge',
  'newsletter',
  'tls_report',
  'dmarc_report',
  'delayed',
  'bounce',
]);

export interface LanguageDecision {
  language: string | null;
  confidence: number;
  reason: unknown;
}

/** A person's correction outranks everything; what the buyer wrote before helps where the text says little. */
export function decideLanguage(mail: ReadMail, contact: KnownContact | null): LanguageDecision {
  if (contact?.language && contact.languageIsCorrected && mail.languageConfidence < 0.9) {
    return {
      language: contact.language,
      confidence: 1,
      reason: { code: 'corrected', params: { language: contact.language } },
    };
  }
  if (contact?.language && mail.languageConfidence < 0.5) {
    return {
      language: contact.language,
      confidence: 0.8,
      reason: { code: 'history', params: { language: contact.language } },
    };
  }
  return { language: mail.language, confidence: mail.languageConfidence, reason: mail.languageReason };
}

export interface CountryDecision {
  country: string | null;
  region: string | null;
  confidence: number;
  reason: unknown;
}

/** Where the buyer is: a person's correction, else what the message says, else what was known before. */
export function decideCountry(mail: ReadMail, contact: KnownContact | null): CountryDecision {
  const known = (country: string, confidence: number, reason: unknown): CountryDecision => ({
    country,
    region: regionOf(country),
    confidence,
    reason,
  });
  if (contact?.country && contact.countryIsCorrected)
    return known(contact.country, 1, { code: 'corrected', params: {} });
  if (mail.country) return known(mail.country, mail.countryConfidence, mail.countryReason);
  if (contact?.country) return known(contact.country, 0.5, { code: 'history', params: {} });
  return { country: null, region: null, confidence: 0, reason: null };
}

/** Nobody needs to act on it: kept, shown as what it is, no clock, no routing. */
export const isQuiet = (mail: ReadMail): boolean => mail.automation !== null && quietKinds.has(mail.automation.kind);

/** Whether a message of this kind brings a resolved ticket back and starts its clock. */
export const wakes = (mail: ReadMail): boolean => !isQuiet(mail) || mail.automation?.isBounce === true;

/** Whether a resolved ticket is continued or followed up by a new one. */
export function continuation(
  ticket: { status: string; resolvedAt: Date | null },
  now: Date,
  followUpAfterDays: number,
): 'join' | 'reopen' | 'followUp' {
  if (ticket.status !== 'resolved' && ticket.status !== 'closed') return 'join';
  const age = ticket.resolvedAt ? now.getTime() - ticket.resolvedAt.getTime() : 0;
  return age > followUpAfterDays * 86_400_000 ? 'followUp' : 'reopen';
}
