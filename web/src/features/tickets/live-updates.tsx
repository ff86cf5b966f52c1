import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { listPeople, listTeams } from '../../../../libs/contracts/identity.ts';
import type { ServerEvent } from '../../../../libs/contracts/realtime.ts';
import { listStores } from '../../../../libs/contracts/stores.ts';
import { countTickets, type TicketRow, ticketRow } from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { keyOf, reading } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/session.ts';
import { useOnConnect, useServerEvent } from '../../lib/socket.ts';
import { applyRows, detailKey, knownRow } from './ticket-cache.ts';
import { useOwnPresence } from './use-own-presence.ts';
import { useUnreadTitle } from './use-unread-title.ts';

/** Counts are asked for at most this often, however much mail comes in. */
const countsMs = 1500;

/** Keeps lists, open tickets and counts as the server has them, and tells the person what concerns them. */
export function LiveUpdates() {
  const client = useQueryClient();
  const mayRead = useMay('ticket.read');
  const counting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wasConnected = useRef(false);
  useUnreadTitle(mayRead);
  useOwnPresence();
  useEffect(() => () => clearTimeout(counting.current), []);

  const renewCounts = () => {
    counting.current ??= setTimeout(() => {
      counting.current = undefined;
      void client.invalidateQueries({ queryKey: keyOf(countTickets) });
    }, countsMs);
  };
  const renewTicket = (id: string | null) => {
    if (id) void client.invalidateQueries({ queryKey: detailKey(id) });
  };
  const announceMail = useMailNotice();
  useServerEvent('tickets.changed', ({ rows }) => {
    const parsed = rows.flatMap((row) => ticketRow.safeParse(row).data ?? []);
    announceMail(parsed);
    applyRows(client, parsed);
    renewCounts();
  });
  useServerEvent('message.added', ({ ticketId }) => renewTicket(ticketId));
  useServerEvent('delivery.changed', ({ ticketId }) => renewTicket(ticketId));
  useServerEvent('specification.changed', ({ ticketId }) => renewTicket(ticketId));
  useServerEvent('person.changed', () => void client.invalidateQueries({ queryKey: keyOf(listPeople) }));
  useServerEvent('setup.changed', ({ what }) => {
    if (what === 'store') void client.invalidateQueries({ queryKey: keyOf(listStores) });
    if (what === 'team') void client.invalidateQueries({ queryKey: keyOf(listTeams) });
  });
  useServerEvent('notification', useNotice());
  useOnConnect(() => {
    // What happened while the line was down was told to nobody.
    if (wasConnected.current) void client.invalidateQueries();
    wasConnected.current = true;
  });
  useEffect(() => {
    if (mayRead) void client.prefetchQuery(reading(countTickets));
  }, [client, mayRead]);
  return null;
}

/** The device says who wrote, when a ticket of one's own has news and nobody looks at the page. */
function useMailNotice(): (rows: readonly TicketRow[]) => void {
  const client = useQueryClient();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  return (rows) => {
    for (const row of rows) {
      const known = knownRow(client, row.id);
      const isNews = row.lastDirection === 'in' && (!known || row.lastMessageAt > known.lastMessageAt);
      if (!isNews || row.assigneeId !== me.id || row.isSpam) continue;
      showOnDevice(t('notice.newMail', { name: row.contactName }), row.id, () => {
        void navigate({ to: '/inbox/$view/{-$ticketId}', params: { view: 'mine', ticketId: row.id } });
      });
    }
  };
}

function showOnDevice(body: string, tag: string, open: () => void): void {
  if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
  const shown = new Notification('Dragoman', { body, tag });
  shown.onclick = () => {
    window.focus();
    open();
    shown.close();
  };
}

/** Says what concerns this very person: on the page, and by the device when the page is not looked at. */
/** What is said of a specification; a kind without words of its own says that there is news. */
function noticeOf(kind: string) {
  const known = {
    'production.question': 'question',
    'production.changeNoticed': 'changeNoticed',
    'production.changeUnacknowledged': 'changeUnacknowledged',
    'buyer.approved': 'approved',
    'buyer.change_requested': 'changeRequested',
  } as const;
  return kind in known ? known[kind as keyof typeof known] : 'news';
}

function useNotice(): (notice: ServerEvent<'notification'>) => void {
  const { t } = useTranslation();
  const mayRead = useMay('ticket.read');
  const navigate = useNavigate();
  return ({ kind, ticketId, specificationId, params }) => {
    const values = { by: String(params['by'] ?? ''), number: String(params['number'] ?? '') };
    const known = ['assigned', 'mention', 'awake', 'deliveryFailed'] as const;
    const ofSpecification = specificationId !== null;
    const text = ofSpecification
      ? t(`notice.specification.${noticeOf(kind)}`, values)
      : t(`notice.${known.find((k) => k === kind) ?? 'other'}`, values);
    const open = () => {
      if (specificationId) {
        const to = mayRead ? '/specifications/$specificationId' : '/production/$specificationId';
        void navigate({ to, params: { specificationId } });
        return;
      }
      if (ticketId) void navigate({ to: '/inbox/$view/{-$ticketId}', params: { view: 'all', ticketId } });
    };
    const isBefore = !document.hidden && ticketId !== null && location.pathname.endsWith(ticketId);
    // Whoever has the ticket open sees it there.
    if (isBefore && kind !== 'deliveryFailed') return;
    showToast({
      message: text,
      tone: kind === 'deliveryFailed' ? 'bad' : 'plain',
      milliseconds: kind === 'deliveryFailed' ? false : 8000,
      action: ticketId || specificationId ? { label: t('notice.open'), run: open } : undefined,
    });
    showOnDevice(text, `${kind}-${ticketId}`, open);
  };
}
