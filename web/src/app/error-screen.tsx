import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/empty-state.tsx';
import { useErrorText } from '../components/use-error-text.ts';

/** A screen that broke: what happened, what is safe, and two ways on. */
export function ErrorScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const text = useErrorText();
  return (
    <main role="alert" style={{ display: 'flex', flex: 1, minBlockSize: '60vh' }}>
      <EmptyState
        icon={IconMoodSad}
        title={t('error.screen')}
        action={
          <div style={{ display: 'flex', gap: 8 }}>
            <Button onClick={onRetry}>{t('error.retry')}</Button>
            <Button variant="default" onClick={() => location.reload()}>
              {t('error.reload')}
            </Button>
          </div>
        }
      >
        {text(error)} {t('error.draftsSafe')}
      </EmptyState>
    </main>
  );
}
