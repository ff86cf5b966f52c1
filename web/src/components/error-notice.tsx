import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state.tsx';
import { useErrorText } from './use-error-text.ts';

/** Something could not be shown: what happened, and the way on. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = useErrorText();
  return (
    <div role="alert">
      <EmptyState
        icon={IconAlertTriangle}
        title={t('error.title')}
        action={
          onRetry && (
            <Button variant="default" onClick={onRetry}>
              {t('error.retry')}
            </Button>
          )
        }
      >
        {text(error)}
      </EmptyState>
    </div>
  );
}
