import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import type { TicketFilter } from '../tickets/index.ts';
import { facets } from './inbox-search.ts';
import { viewIcons } from './view-list.tsx';

/** An empty view says what will appear in it and how; a filter that finds nothing offers to go. */
export function EmptyView({ filter }: { filter: TicketFilter }) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const isFiltered = facets.some((facet) => filter[facet] !== undefined);
  if (isFiltered)
    return (
      <EmptyState
        icon={viewIcons[filter.view]}
        title={t('empty.filtered')}
        action={
          <Button variant="default" onClick={() => void navigate({ to: '.', search: {} })}>
            {t('empty.clear')}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon={viewIcons[filter.view]}
      title={t(`empty.${filter.view}.title`)}
      action={
        filter.view === 'mine' && (
          <Button
            variant="default"
            onClick={() =>
              void navigate({ to: '/inbox/$view/{-$ticketId}', params: { view: 'unassigned', ticketId: undefined } })
            }
          >
            {t('empty.toUnassigned')}
          </Button>
        )
      }
    >
      {t(`empty.${filter.view}.text`)}
    </EmptyState>
  );
}
