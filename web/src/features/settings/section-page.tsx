import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { ChannelState } from './channel-state.tsx';
import { EntryForm } from './entry-form.tsx';
import { record, type Section } from './sections.ts';
import styles from './settings.module.css';

const listed = z.object({ items: z.array(record) });

/** A list of the set-up beside the form of what is chosen; what it is for stands above, or fills the page while it is empty. */
export function SectionPage({ section }: { section: Section }) {
  const { t } = useTranslation('settings');
  const list = useQuery(reading(section.list));
  const [chosen, setChosen] = useState<string | 'new' | null>(null);
  const form = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the form stands below the list, out of sight
  useEffect(() => {
    if (form.current && form.current.getBoundingClientRect().top > window.innerHeight / 2)
      form.current.scrollIntoView({ block: 'start' });
  }, [chosen]);
  const items = list.data ? listed.parse(list.data).items : [];
  const move = useMove(section, items);
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return null;
  const entry = items.find((i) => i['id'] === chosen) ?? null;
  const add = (
    <Button
      variant={items.length === 0 ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setChosen('new')}
    >
      {t('add')}
    </Button>
  );
  if (items.length === 0 && chosen === null)
    return (
      <EmptyState title={t('nothing')} action={add}>
        {t(`about.${section.id}`)}
      </EmptyState>
    );
  return (
    <>
      <p className={styles.about}>{t(`about.${section.id}`)}</p>
      <div className={styles.columns}>
        <div className={styles.list}>
          {add}
          {items.map((item, i) => (
            <div key={String(item['id'])} className={styles.line}>
              <button
                type="button"
                className={styles.entry}
                data-active={item['id'] === chosen || undefined}
                aria-pressed={item['id'] === chosen}
                onClick={() => setChosen(String(item['id']))}
              >
                <bdi>{String(item[section.title] ?? '')}</bdi>
                {item['isActive'] === false && <span className={styles.soft}>{t('off')}</span>}
                <Missing languages={item['missingLanguages']} />
              </button>
              {section.order && items.length > 1 && (
                <>
                  <IconButton
                    icon={IconArrowUp}
                    label={t('moveUp', { name: String(item[section.title]) })}
                    isDisabled={i === 0}
                    onClick={() => move(i, i - 1)}
                  />
                  <IconButton
                    icon={IconArrowDown}
                    label={t('moveDown', { name: String(item[section.title]) })}
                    isDisabled={i === items.length - 1}
                    onClick={() => move(i, i + 1)}
                  />
                </>
              )}
            </div>
          ))}
        </div>
        <div ref={form}>
          {chosen === null && (
            <div className={styles.choose}>
              <EmptyState title={t('choose')} />
            </div>
          )}
          {chosen !== null && (chosen === 'new' || entry) && (
            <>
              {section.id === 'channels' && entry && <ChannelState entry={entry} />}
              <EntryForm key={chosen} section={section} entry={entry} onDone={setChosen} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** Puts an entry elsewhere in the order; the list shows it at once. */
function useMove(section: Section, items: readonly z.infer<typeof record>[]): (from: number, to: number) => void {
  const client = useQueryClient();
  const errorText = useErrorText();
  const order = useMutation({
    mutationFn: (sorted: readonly z.infer<typeof record>[]) =>
      call(section.order!, { body: { ids: sorted.map((i) => String(i['id'])) } }),
    onMutate: (sorted) => client.setQueryData(keyOf(section.list, {}), { items: sorted }),
    onError: (error) => showToast({ message: errorText(error), tone: 'bad' }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(section.list) }),
  });
  return (from, to) => {
    const sorted = [...items];
    sorted.splice(to, 0, ...sorted.splice(from, 1));
    order.mutate(sorted);
  };
}

function Missing({ languages }: { languages: unknown }) {
  const { t } = useTranslation('settings');
  if (!Array.isArray(languages) || languages.length === 0) return null;
  return <span className={styles.warn}>{t('missing', { languages: languages.join(', ') })}</span>;
}
