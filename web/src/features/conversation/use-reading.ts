import { useQuery } from '@tanstack/react-query';
import type { Message } from '../../../../libs/contracts/tickets.ts';
import { translate, translationProvider } from '../../../../libs/contracts/translation.ts';
import { call } from '../../lib/call.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/session.ts';
import { useUpdateMe } from '../../lib/use-update-me.ts';

const primary = (tag: string): string => tag.split('-')[0]!;
/** The contract's longest text. */
const longest = 40_000;

/** How this person reads: into which language, whether translations are shown, and whether there is a translator at all. */
export function useReadingHabits() {
  const me = useMe();
  const may = useMay('translation.use');
  const update = useUpdateMe();
  const provider = useQuery({
    ...reading(translationProvider),
    staleTime: 10 * 60_000,
    enabled: may,
  });
  const language = me.preferences.readingLanguage ?? me.interfaceLanguage;
  const chosen = me.preferences.showTranslation;
  /** Nobody needs a translation of a language they speak, unless they ask for it. */
  const understands = (tag: string) =>
    primary(tag) === primary(language) ||
    (chosen !== true && me.languages.some((l) => primary(l.language) === primary(tag) && l.level !== 'working'));
  return {
    language,
    isPossible: provider.data?.isConfigured ?? false,
    isShown: chosen !== false,
    understands,
    toggle: () => update({ preferences: { ...me.preferences, showTranslation: chosen === false } }),
  };
}

/** Whether a message is shown with its translation: written by a buyer, in a language this person does not read. */
export function useIsTranslated(message: Message): boolean {
  const habits = useReadingHabits();
  const isForeign = message.direction === 'in' && message.language !== null && !habits.understands(message.language);
  return isForeign && habits.isPossible && habits.isShown;
}

/** The translation of a message, fetched once it is wanted; the server remembers it. */
export function useMessageTranslation(message: Message, isWanted: boolean, target: string) {
  const body = { text: message.text, ...(message.language ? { source: message.language } : {}), target };
  return useQuery({
    queryKey: [...keyOf(translate), message.id, target],
    queryFn: () => call(translate, { body }),
    enabled: isWanted && message.text.trim() !== '' && message.text.length <= longest,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
