import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { compareTexts, translate, translationProvider } from '../../../../libs/contracts/translation.ts';
import { call } from '../../lib/call.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/session.ts';
import type { LocalDraft } from './draft.ts';

const primary = (tag: string): string => tag.split('-')[0]!;
const pauseMs = 500;

/** Turns the agent's words into the buyer's language, and watches the numbers while the translation is edited. */
export function useOwnTranslation(draft: LocalDraft, language: string, change: (changes: Partial<LocalDraft>) => void) {
  const me = useMe();
  const may = useMay('translation.use');
  const provider = useQuery({ ...reading(translationProvider), staleTime: 10 * 60_000, enabled: may });
  const isPossible = (provider.data?.isConfigured ?? false) && primary(me.interfaceLanguage) !== primary(language);
  const translation = useMutation({
    mutationFn: (text: string) => call(translate, { body: { text, source: me.interfaceLanguage, target: language } }),
    onSuccess: (result, text) => change({ body: result.text, original: { text, language: result.source } }),
  });
  const settled = useSettled(draft.body);
  const { original } = draft;
  const report = useQuery({
    queryKey: [...keyOf(compareTexts), original?.text, settled, language],
    queryFn: ({ signal }) =>
      call(compareTexts, { body: { source: original!, target: { text: settled, language } } }, { signal }),
    enabled: original !== null && settled.trim() !== '',
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return {
    isPossible,
    translate: () => translation.mutate(original?.text ?? draft.body),
    isTranslating: translation.isPending,
    error: translation.error,
    restore: () => original && change({ body: original.text, original: null }),
    report: original ? (report.data ?? null) : null,
  };
}

/** A text after a pause in typing. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
