import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../lib/api-error.ts';

/** A refusal in words: the server's own, or ours where it said nothing. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t('error.unexpected');
      if (error.code === 'client.unreachable') return t('error.unreachable');
      if (error.code === 'client.unreadable') return t('error.unreadable');
      return error.message || t('error.unexpected');
    },
    [t],
  );
}
