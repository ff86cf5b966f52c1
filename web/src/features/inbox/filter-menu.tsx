import { Button, Popover, TextInput } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { cloneElement, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createView, listViews } from '../../../../libs/contracts/search.ts';
import { listTags, type TicketRow, ticketStatuses } from '../../../../libs/contracts/tickets.ts';
import type { DeferredMenuProps } from '../../components/deferred-menu.tsx';
import { PickerList, type PickerOption } from '../../components/picker-list.tsx';
import { call } from '../../lib/call.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { usePeople, useStores, useTeams } from '../../lib/session.ts';
import type { TicketFilter } from '../tickets/index.ts';
import styles from './filter-menu.module.css';
import { type Facet, facets, type InboxSearch } from './inbox-search.ts';
import { useFacetLabel } from './use-facet-label.ts';

/** Every way to narrow the list in one list to search: type `fr`, Enter. Another choice of the same kind replaces the first. */
export function FilterMenu({
  button,
  filter,
  rows,
  onChange,
}: DeferredMenuProps & {
  filter: TicketFilter;
  rows: readonly TicketRow[];
  onChange: (change: Partial<InboxSearch>) => void;
}) {
  const [isOpen, setIsOpen] = useState(true);
  const isActive = facets.some((facet) => filter[facet] !== undefined);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        {cloneElement(button as ReactElement<{ onClick: () => void }>, { onClick: () => setIsOpen(!isOpen) })}
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {isOpen && (
          <Choices
            rows={rows}
            onChoose={(facet, value) => {
              setIsOpen(false);
              onChange({ [facet]: value });
            }}
          />
        )}
        {isOpen && isActive && <SaveView filter={filter} onSaved={() => setIsOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Choices({ rows, onChoose }: { rows: readonly TicketRow[]; onChoose: (facet: Facet, value: string) => void }) {
  const { t, i18n } = useTranslation('inbox');
  const labelOf = useFacetLabel();
  const { people } = usePeople();
  const { teams } = useTeams();
  const { stores } = useStores();
  const tags = useQuery(reading(listTags)).data?.items ?? [];
  const seen = (pick: (row: TicketRow) => string | null) => [...new Set(rows.flatMap((row) => pick(row) ?? []))].sort();
  const values: [Facet, readonly string[]][] = [
    [
      'language',
      [...new Set([...seen((r) => r.language), ...people.flatMap((p) => p.languages.map((l) => l.language))])],
    ],
    ['country', seen((r) => r.country)],
    ['region', seen((r) => r.region)],
    ['storeId', stores.map((s) => s.id)],
    ['teamId', teams.map((team) => team.id)],
    ['assigneeId', people.filter((p) => p.isActive && p.role !== 'production').map((p) => p.id)],
    ['status', ticketStatuses],
    ['tag', tags],
  ];
  const options: PickerOption[] = values.flatMap(([facet, list]) =>
    list
      .map((value) => ({ value, label: labelOf(facet, value) }))
      .sort((a, b) => (facet === 'status' ? 0 : a.label.localeCompare(b.label, i18n.language)))
      .map(({ value, label }) => ({
        value: `${facet}:${value}`,
        label,
        group: t(`facet.${facet}`),
        keywords: `${t(`facet.${facet}`)} ${value}`,
      })),
  );
  return (
    <PickerList
      label={t('list.filterBy')}
      options={options}
      onChoose={(chosen) => {
        const [facet, ...value] = chosen.split(':');
        onChoose(facet as Facet, value.join(':'));
      }}
    />
  );
}

/** Gives the filter a name and a place in the side bar. */
function SaveView({ filter, onSaved }: { filter: TicketFilter; onSaved: () => void }) {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => call(createView, { body: { name, filter: { ...filter } } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keyOf(listViews) });
      onSaved();
    },
  });
  return (
    <form
      className={styles.save}
      onSubmit={(e) => {
        e.preventDefault();
        if (name.trim()) save.mutate();
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <Button
        size="xs"
        type="submit"
        variant="light"
        leftSection={<IconBookmarkPlus size={15} />}
        loading={save.isPending}
      >
        {t('views.save')}
      </Button>
    </form>
  );
}
