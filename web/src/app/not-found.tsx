import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/empty-state.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main style={{ display: 'flex', flex: 1, minBlockSize: '60vh' }}>
      <EmptyState
        icon={IconMapOff}
        title={t('notFound.title')}
        action={
          <Button component={Link} to="/" variant="default">
            {t('notFound.home')}
          </Button>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </main>
  );
}
