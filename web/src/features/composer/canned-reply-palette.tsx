import { IconAlertTriangle } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CannedReply,
  listCannedReplies,
  type RenderedReply,
  renderCannedReply,
} from '../../../../libs/contracts/canned-replies.ts';
import { LanguageTag } from '../../components/language-tag.tsx';
import { call } from '../../lib/call.ts';
import { directionOf, isolate, languageName } from '../../lib/format.ts';
import { keyOf, reading } from '../../lib/query.ts';
import styles from './canned-reply-palette.module.css';
import type { SuggestionKeys } from './suggestion-keys.ts';

const most = 40;

/** Canned replies for `/` and what was typed behind it; beside the list, the text as it would go out in the buyer's language. */
export function CannedReplyPalette({
  ticketId,
  storeId,
  language,
  query,
  onChoose,
  keys,
}: {
  ticketId: string;
  storeId: string | null;
  language: string;
  query: string;
  onChoose: (reply: RenderedReply) => void;
  keys: React.Ref<SuggestionKeys>;
}) {
  const { t, i18n } = useTranslation('composer');
  const client = useQueryClient();
  const list = useQuery({
    ...reading(listCannedReplies, {
      query: { ...(query ? { search: query } : {}), ...(storeId ? { storeId } : {}), limit: most },
    }),
    placeholderData: keepPreviousData,
  });
  const replies = list.data?.items.filter((r) => r.isActive) ?? [];
  const [at, setAt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, other list
  useEffect(() => setAt(0), [query]);
  const active = replies[Math.min(at, replies.length - 1)];
  const preview = useQuery({ ...renderingOf(active?.id, ticketId, language), placeholderData: keepPreviousData });
  const choose = async (reply: CannedReply | undefined) => {
    if (!reply) return;
    const rendered = await client.fetchQuery(renderingOf(reply.id, ticketId, language)).catch(() => null);
    if (!rendered) return;
    void call(renderCannedReply, { params: { id: reply.id }, body: { ticketId, language, use: true } }).catch(
      () => undefined,
    );
    onChoose(rendered);
  };
  useImperativeHandle(keys, () => ({
    move: (by) => setAt((before) => (replies.length === 0 ? 0 : (before + by + replies.length) % replies.length)),
    choose: () => {
      void choose(active);
      return active !== undefined;
    },
  }));
  return (
    <div className={styles.palette} data-own-keys>
      <div className={styles.list} role="listbox" tabIndex={0} aria-label={t('canned.title')}>
        {replies.map((reply, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: keys stay in the text field
          <div
            key={reply.id}
            role="option"
            aria-selected={reply === active}
            className={styles.option}
            data-active={reply === active || undefined}
            ref={reply === active ? (e) => e?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseMove={() => setAt(index)}
            onMouseDown={(e) => {
              e.preventDefault();
              void choose(reply);
            }}
          >
            <bdi className={styles.title}>{reply.title}</bdi>
            <span className={styles.shortcut}>
              <bdi>/{reply.shortcut}</bdi>
              {reply.category && <bdi> · {reply.category}</bdi>}
            </span>
          </div>
        ))}
        {replies.length === 0 && !list.isPending && <p className={styles.nothing}>{t('canned.nothing')}</p>}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever uses keys must be able to scroll it */}
      <section className={styles.preview} aria-label={t('canned.preview')} tabIndex={0}>
        {preview.data && active && (
          <>
            <p className={styles.head}>
              <LanguageTag language={preview.data.language} />
              {languageName(preview.data.language, i18n.language)}
            </p>
            {preview.data.isFallback && (
              <p className={styles.warning}>
                <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
                {t('canned.fallback', { language: languageName(preview.data.wantedLanguage, i18n.language) })}
              </p>
            )}
            {preview.data.isStale && <p className={styles.warning}>{t('canned.stale')}</p>}
            {preview.data.missingVariables.length > 0 && (
              <p className={styles.warning}>
                <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
                {t('canned.missing', { names: preview.data.missingVariables.map(isolate).join(', ') })}
              </p>
            )}
            <div className={styles.body} lang={preview.data.language} dir={directionOf(preview.data.language)}>
              {preview.data.body}
            </div>
          </>
        )}
      </section>
    </div>
  );
}

const renderingOf = (id: string | undefined, ticketId: string, language: string) => ({
  queryKey: [...keyOf(renderCannedReply), id, ticketId, language],
  queryFn: () => call(renderCannedReply, { params: { id: id ?? '' }, body: { ticketId, language, use: false } }),
  enabled: id !== undefined,
  staleTime: 60_000,
});
