import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { reading } from '../../lib/query.ts';
import { ChannelState } from './channel-state.tsx';
import { EntryForm } from './entry-form.tsx';
import { record, type Section } from './sections.ts';
import styles from './settings.module.css';

const listed = z.object({ items: z.array(record) });

/** A list of the set-up beside the form of what is chosen. */
export function SectionPage({ section }: { section: Section }) {
  const { t } = useTranslation('settings');
  const list = useQuery(reading(section.list));
  const [chosen, setChosen] = useState<string | 'new' | null>(null);
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data ? listed.parse(list.data).items : [];
  const entry = items.find((i) => i['id'] === chosen) ?? null;
  return (
    <div className={styles.columns}>
      <div className={styles.list}>
        <Button variant="default" fullWidth onClick={() => setChosen('new')}>
          {t('add')}
        </Button>
        {list.data && items.length === 0 && <p className={styles.soft}>{t('nothing')}</p>}
        {items.map((item) => (
          <button
            key={String(item['id'])}
            type="button"
            className={styles.entry}
            data-active={item['id'] === chosen || undefined}
            onClick={() => setChosen(String(item['id']))}
          >
            <span dir="auto">{String(item[section.title] ?? '')}</span>
            {item['isActive'] === false && <span className={styles.soft}>{t('off')}</span>}
            <Missing languages={item['missingLanguages']} />
          </button>
        ))}
      </div>
      <div>
        {chosen === null && <EmptyState title={t('choose')} />}
        {chosen !== null && (chosen === 'new' || entry) && (
          <>
            {section.id === 'channels' && entry && <ChannelState entry={entry} />}
            <EntryForm key={chosen} section={section} entry={entry} onDone={setChosen} />
          </>
        )}
      </div>
    </div>
  );
}

function Missing({ languages }: { languages: unknown }) {
  const { t } = useTranslation('settings');
  if (!Array.isArray(languages) || languages.length === 0) return null;
  return <span className={styles.warn}>{t('missing', { languages: languages.join(', ') })}</span>;
}
