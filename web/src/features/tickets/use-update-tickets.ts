import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestOf } from '../../../../libs/contracts/endpoint.ts';
import {
  countTickets,
  type TicketRow,
  undoChange,
  updateTicket,
  updateTickets,
} from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import { forgetUndo, rememberUndo, undoLast } from '../../lib/undo.ts';
import { applyRows, detailKey, knownRow } from './ticket-cache.ts';

export type TicketChanges = NonNullable<RequestOf<typeof updateTicket>['body']>;

const undoMs = 60_000;
let count = 0;

/** What a change makes of a row; fields the row does not show leave it as it is. */
function changedRow(row: TicketRow, changes: TicketChanges): TicketRow {
  const { orderId: _, tags, ...shown } = changes;
  return { ...row, ...shown, tags: tags ?? row.tags, isUnread: row.isUnread ?? false } as TicketRow;
}

/**
 * Changes tickets: on the screen at once, on the server after, back again where it refuses. `said` is what was done, in
 * the person's language; it stands on the toast and at undo.
 */
export function useUpdateTickets(): (ids: readonly string[], changes: TicketChanges, said: string) => Promise<boolean> {
  const client = useQueryClient();
  const { t } = useTranslation();
  const errorText = useErrorText();
  return useCallback(
    async (ids, changes, said) => {
      const before = ids.flatMap((id) => knownRow(client, id) ?? []);
      const show = (rows: readonly TicketRow[]) => applyRows(client, rows);
      show(before.map((row) => changedRow(row, changes)));
      const refresh = () => {
        void client.invalidateQueries({ queryKey: keyOf(countTickets) });
        for (const id of ids) void client.invalidateQueries({ queryKey: detailKey(id) });
      };
      const id = `change-${++count}`;
      rememberUndo({
        id,
        label: said,
        until: Date.now() + undoMs,
        undo: async () => {
          show(before);
          try {
            const rows = await Promise.all(ids.map((ticketId) => call(undoChange, { params: { id: ticketId } })));
            show(rows.map((row) => ({ ...row, isUnread: before.find((b) => b.id === row.id)?.isUnread ?? false })));
            showToast({ id, message: t('undo.done'), milliseconds: 2000 });
          } catch (error) {
            showToast({ id, message: errorText(error), tone: 'bad' });
          } finally {
            refresh();
          }
        },
      });
      showToast({ id, message: said, action: { label: t('undo.label'), keys: 'z', run: () => void undoLast() } });
      try {
        const rows =
          ids.length === 1
            ? [await call(updateTicket, { params: { id: ids[0]! }, body: changes })]
            : (await call(updateTickets, { body: { ids: [...ids], changes } })).items;
        show(rows.map((row) => ({ ...row, isUnread: before.find((b) => b.id === row.id)?.isUnread ?? false })));
        return true;
      } catch (error) {
        forgetUndo(id);
        show(before);
        showToast({ id, message: errorText(error), tone: 'bad' });
        return false;
      } finally {
        refresh();
      }
    },
    [client, errorText, t],
  );
}
