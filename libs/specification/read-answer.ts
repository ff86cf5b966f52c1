import { type Pack, valueLabel } from './pack.ts';
import type { PlainValue } from './values.ts';

export interface ReadAnswer {
  attribute: string;
  value: PlainValue;
  unit: string | null;
  start: number;
  end: number;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** Yes and no as people answer; word by word, in the languages of the trade. */
const yes = /^(?:yes|yep|ja|oui|si|sim|da|tak|evet|naam|نعم|да|так|是|好|可以|はい|ndiyo|네)(?!\p{L})/iu;
const no = /^(?:no|nope|nein|non|nao|nie|net|nee|hayir|nej|لا|нет|ні|不|否|不要|いいえ|hapana|아니)(?!\p{L})/iu;
const units: Record<string, number> = {
  mm: 1,
  cm: 10,
  m: 1000,
  in: 25.4,
  inch: 25.4,
  inches: 25.4,
  '"': 25.4,
  '″': 25.4,
  ft: 304.8,
  "'": 304.8,
  毫米: 1,
  厘米: 10,
  米: 1000,
  мм: 1,
  см: 10,
  м: 1000,
  مم: 1,
  سم: 10,
};
const figure = /(\d+(?:[.,]\d+)?)\s?(mm|cm|m|inches|inch|in|ft|毫米|厘米|米|мм|см|м|مم|سم|["″'])?(?![\p{L}\d])/iu;

/**
 * A short answer to the question of one attribute: the figure, the yes or no, the name of a value in the buyer's language or
 * in English. Null where it says none of these; nothing is guessed.
 * @param attribute one name, or `a|b` where either may be answered
 */
export function readAnswer(pack: Pack, attribute: string, text: string, language: string): ReadAnswer | null {
  for (const name of attribute.split('|')) {
    const rule = pack.attributes.find((a) => a.name === name);
    if (!rule) continue;
    const lead = text.length - text.trimStart().length;
    if (rule.type === 'boolean') {
      const match = yes.exec(fold(text.trimStart())) ?? no.exec(fold(text.trimStart()));
      if (match)
        return { attribute: name, value: yes.test(match[0]), unit: null, start: lead, end: lead + match[0].length };
    }
    if (rule.type === 'number') {
      const match = figure.exec(text);
      const unit = match?.[2]?.toLowerCase();
      if (!match || (rule.unit === 'mm' && unit === undefined)) continue;
      const value = Number(match[1]!.replace(',', '.')) * (rule.unit === 'mm' ? units[unit!]! : 1);
      return {
        attribute: name,
        value: Math.round(value * 100) / 100,
        unit: unit ?? null,
        start: match.index,
        end: match.index + match[0].length,
      };
    }
    if (rule.type === 'enum') {
      const named = (rule.values ?? [])
        .flatMap((value) =>
          [valueLabel(pack, value, language), valueLabel(pack, value, 'en')].map((label) => ({ value, label })),
        )
        .map(({ value, label }) => ({ value, label, at: placeOf(text, label) }))
        .filter((n) => n.at >= 0)
        .sort((a, b) => b.label.length - a.label.length);
      const values = new Set(named.filter((n) => n.label.length === named[0]!.label.length).map((n) => n.value));
      if (named[0] && values.size === 1)
        return {
          attribute: name,
          value: named[0].value,
          unit: null,
          start: named[0].at,
          end: named[0].at + named[0].label.length,
        };
    }
  }
  return null;
}

/** Place of a whole word, accents and case aside; scripts without spaces have no words to respect. */
function placeOf(text: string, label: string): number {
  const wanted = fold(label);
  const hay = fold(text);
  if (wanted === '' || hay.length !== text.length) return hay.length === text.length ? -1 : text.indexOf(label);
  const at = hay.indexOf(wanted);
  if (at < 0 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(wanted)) return at;
  const isWord = !/\p{L}/u.test(hay[at - 1] ?? '') && !/\p{L}/u.test(hay[at + wanted.length] ?? '');
  return isWord ? at : -1;
}
