import { useTranslation } from 'react-i18next';
import { reason } from '../../../../libs/contracts/routing.ts';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { useReasonText } from '../../components/use-reason-text.ts';
import { countryName, languageName } from '../../lib/format.ts';

/** The recorded reasons of a ticket as sentences; codes that nobody has words for are left out. */
export function useReasonSentences(detail: TicketDetail): {
  routing: string[];
  language: string | null;
  country: string | null;
} {
  const { t, i18n } = useTranslation(['conversation', 'routing', 'language', 'inbox']);
  const sentence = useReasonText();
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
