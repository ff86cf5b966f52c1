import type { TOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../libs/contracts/routing.ts';
import { isolate, languageName } from '../lib/format.ts';

/** Why the machine decided something, in the person's language; null for codes that nobody has words for. */
export function useReasonText(): (where: string, why: Reason | undefined) => string | null {
  const { t, i18n } = useTranslation(['routing', 'language', 'inbox']);
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
  return (where, why) => {
    const key = `${where}.${why?.code}` as 'routing:reason.rule';
    return why && i18n.exists(key) ? String(t(key, inWords(why) as TOptions)) : null;
  };
}
