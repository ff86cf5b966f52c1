import type { TOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Reason, reason } from '../../../../libs/contracts/routing.ts';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { countryName, isolate, languageName } from '../../lib/format.ts';

/** The recorded reasons of a ticket as sentences; codes that nobody has words for are left out. */
export function useReasonSentences(detail: TicketDetail): {
  routing: string[];
  language: string | null;
  country: string | null;
} {
  const { t, i18n } = useTranslation(['conversation', 'routing', 'language', 'inbox']);
  const inWords = ({ params }: Reason): Record<string, string> =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (name === 'language') return [name, languageName(String(value), i18n.language)];
        if (name === 'region') return [name, t(`inbox:region.${value as 'europe'}`)];
        if (name === 'level') return [name, t(`routing:level.${value as 'native'}`)];
        if (name === 'by' && i18n.exists(`language:by.${value}`)) return [name, t(`language:by.${value as 'contact'}`)];
        if (name === 'clue' && i18n.exists(`language:clue.${value}`))
          return [name, t(`language:clue.${value as 'place'}`)];
        return [name, isolate(String(value ?? ''))];
      }),
    );
  const sentence = (where: string, why: Reason | undefined): string | null => {
    const key = `${where}.${why?.code}` as 'routing:reason.rule';
    return why && i18n.exists(key) ? String(t(key, inWords(why) as TOptions)) : null;
  };
  const routing = detail.routeReasons.flatMap((r) => sentence('routing:reason', r) ?? []);
  const { language, country } = detail.ticket;
  const whyLanguage = reason.safeParse(detail.languageReason).data;
  const whyCountry = reason.safeParse(detail.countryReason).data;
  return {
    routing,
    language: language
      ? joined(
          t('why.language', { language: languageName(language, i18n.language) }),
          sentence('language:reason', whyLanguage),
        )
      : null,
    country: country
      ? joined(
          t('why.country', { country: countryName(country, i18n.language) }),
          sentence('language:region', whyCountry),
        )
      : null,
  };
}

const joined = (...sentences: (string | null)[]): string => sentences.filter(Boolean).join(' ');
