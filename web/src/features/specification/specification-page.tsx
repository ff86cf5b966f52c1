import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getPack, getSpecification } from '../../../../libs/contracts/production.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Page } from '../../components/page.tsx';
import { keyOf, reading } from '../../lib/query.ts';
import { useServerEvent } from '../../lib/socket.ts';
import { BuyerWords } from './buyer-words.tsx';
import { ItemForm } from './item-form.tsx';
import { ModelNotice } from './model-notice.tsx';
import { SidePanel } from './side-panel.tsx';
import styles from './specification.module.css';
import { useDraft } from './use-draft.ts';
import { useProposals } from './use-proposals.ts';
import { useValueCommands } from './use-value-commands.ts';

/** Left the buyer's words, in the middle the form, on the right the drawing, what is open, and the hand-off. */
export function SpecificationPage() {
  const { t, i18n } = useTranslation('specification');
  const { specificationId: id } = useParams({ strict: false }) as { specificationId: string };
  const client = useQueryClient();
  const [active, setActive] = useState<string | null>(null);
  const query = useQuery(reading(getSpecification, { params: { id } }));
  const pack = useQuery({
    ...reading(getPack, { params: { packId: query.data?.packId ?? '' }, query: { language: i18n.language } }),
    enabled: query.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const draft = useDraft(id, query.data);
  const view = useProposals(query.data, draft);
  useValueCommands(view.items, view.change);
  useServerEvent('specification.changed', (e) => {
    if (e.specificationId === id && !draft.isDirty)
      void client.invalidateQueries({ queryKey: keyOf(getSpecification, { params: { id } }) });
  });
  const data = query.data;
  return (
    <Page
      isWide
      title={
        data
          ? `${t('title', { number: data.number })} · ${t(`state.${data.state}`)}${data.currentVersion > 0 ? ` · v${data.currentVersion}` : ''}`
          : '…'
      }
      actions={
        data && (
          <>
            <span className={styles.state} role="status">
              {draft.isDirty ? t('saving') : t('saved')}
            </span>
            <Button component={Link} to={`/tickets/${data.ticketId}`} variant="default" size="compact-md">
              {t('toTicket')}
            </Button>
          </>
        )
      }
    >
      {query.error ? <ErrorNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
      {data && pack.data && (
        <div className={styles.columns}>
          <BuyerWords specification={{ ...data, items: view.items }} pack={pack.data} active={active} />
          <section>
            <ModelNotice specification={data} />
            {view.items.map((item) => (
              <ItemForm
                key={item.id}
                item={item}
                conflicts={
                  new Set(
                    data.openPoints
                      .filter((p) => p.itemId === item.id && p.code === 'conflicting_values')
                      .map((p) => p.attribute),
                  )
                }
                {...view.of(item.id)}
                pack={pack.data}
                onActive={setActive}
                onChange={(next) => view.change(view.items.map((i) => (i.id === next.id ? next : i)))}
                onTake={view.take}
                onTurnDown={view.reject}
                {...(view.items.length > 1
                  ? { onRemove: () => view.change(view.items.filter((i) => i.id !== item.id)) }
                  : {})}
              />
            ))}
            <Button
              variant="subtle"
              mt="md"
              onClick={() =>
                view.change([
                  ...view.items,
                  {
                    id: crypto.randomUUID(),
                    productType: draft.items[0]?.productType ?? pack.data.productTypes[0]!.value,
                    values: {},
                  },
                ])
              }
            >
              {t('addItem')}
            </Button>
            <TextInput
              mt="md"
              type="date"
              label={t('dueDate')}
              value={draft.dueDate ?? ''}
              onChange={(e) => draft.changeDueDate(e.currentTarget.value || null)}
            />
          </section>
          <SidePanel specification={data} onBefore={draft.flush} />
        </div>
      )}
    </Page>
  );
}
