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
  const has = (key: string): boolean => i18n.exists(key);
  const inWords = ({ params }: Reason): Record<string, string> =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (name === 'language') return [name, languageName(String(value), i18n.language)];
        if (name === 'region') return [name, t(`inbox:region.${value as 'europe'}`)];
        if (name === 'level') return [name, t(`routing:level.${value as 'native'}`)];
        return [name, isolate(String(value ?? ''))];
      }),
    );
  const routing = detail.routeReasons.flatMap((r) => {
    const key = `routing:reason.${r.code}` as 'routing:reason.rule';
    return has(key) ? [t(key, inWords(r) as TOptions)] : [];
  });
  const { language, country } = detail.ticket;
  const why = reason.safeParse(detail.languageReason).data;
  const key = `language:reason.${why?.code}` as 'language:reason.script';
  const by = typeof why?.params['by'] === 'string' ? `language:by.${why.params['by']}` : null;
  const params = { ...(why ? inWords(why) : {}), ...(by && has(by) ? { by: t(by as 'language:by.contact') } : {}) };
  return {
    routing,
    language: language
      ? [
          t('why.language', { language: languageName(language, i18n.language) }),
          why && has(key) ? t(key, params as TOptions) : null,
        ]
          .filter(Boolean)
          .join(' ')
      : null,
    country: country ? t('why.country', { country: countryName(country, i18n.language) }) : null,
  };
}
