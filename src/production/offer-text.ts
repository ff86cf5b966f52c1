import type { Feasibility } from '../../libs/contracts/index.ts';
import { nearestLanguage } from '../../libs/i18n/index.ts';
import { translator } from '../../libs/i18n/server.ts';
import { attributeLabel, type Pack, valueText } from '../../libs/specification/index.ts';

const money = (amount: number, currency: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'code' }).format(amount);
const day = (date: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/**
 * Production's answer in words of a language: from figures and codes, never from free text, so that the numbers are
 * the same in every language.
 * @returns one sentence a line
 */
export function offerLines(pack: Pack, offer: Feasibility, wanted: string, isChangeOrder = false): string[] {
  const language = nearestLanguage(wanted);
  const t = translator(language);
  const lines: string[] = [t(`sheet:offer.${offer.answer}`)];
  if (offer.reasonCode && offer.answer !== 'yes') lines.push(t(`sheet:offer.reason.${offer.reasonCode}`));
  for (const { attribute, value } of offer.alternativeValues) {
    lines.push(`${attributeLabel(pack, attribute, language)}: ${valueText(pack, attribute, value, language)}`);
  }
  if (offer.price !== null && offer.currency)
    lines.push(t('sheet:offer.price', { amount: money(offer.price, offer.currency, language) }));
  if (offer.surcharge !== null && offer.currency) {
    const amount = money(offer.surcharge, offer.currency, language);
    lines.push(t(isChangeOrder ? 'sheet:offer.changeCost' : 'sheet:offer.surcharge', { amount }));
  } else if (isChangeOrder && offer.surcharge === 0) lines.push(t('sheet:offer.noCost'));
  if (offer.leadTimeDays !== null) lines.push(t('sheet:offer.leadTime', { count: offer.leadTimeDays }));
  if (offer.extraDays !== null && (offer.extraDays > 0 || isChangeOrder))
    lines.push(t('sheet:offer.extraDays', { count: offer.extraDays }));
  if (offer.validUntil) lines.push(t('sheet:offer.validUntil', { date: day(offer.validUntil, language) }));
  return lines;
}
