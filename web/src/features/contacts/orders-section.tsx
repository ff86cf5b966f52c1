import { useTranslation } from 'react-i18next';
import type { Order } from '../../../../libs/contracts/contacts.ts';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { PanelSection } from '../../components/panel-section.tsx';
import { longDate, money, number } from '../../lib/format.ts';
import styles from './orders-section.module.css';
import { useContactOf } from './use-contact.ts';

/** Orders shown at once; the others behind a press. */
const first = 3;

/** What the buyer ordered, the order this is about first. */
export function OrdersSection({ detail }: { detail: TicketDetail }) {
  const { t } = useTranslation('contacts');
  const orders = useContactOf(detail).data?.orders ?? [];
  if (orders.length === 0) return null;
  const sorted = [...orders].sort(
    (a, b) => Number(b.externalId === detail.orderId) - Number(a.externalId === detail.orderId),
  );
  return (
    <PanelSection title={t('orders')}>
      <ul className={styles.list}>
        {sorted.slice(0, first).map((order) => (
          <OrderEntry key={order.id} order={order} isMeant={order.externalId === detail.orderId} />
        ))}
      </ul>
      {sorted.length > first && (
        <details className={styles.more}>
          <summary>{t('moreOrders', { count: sorted.length - first })}</summary>
          <ul className={styles.list}>
            {sorted.slice(first).map((order) => (
              <OrderEntry key={order.id} order={order} isMeant={false} />
            ))}
          </ul>
        </details>
      )}
    </PanelSection>
  );
}

function OrderEntry({ order, isMeant }: { order: Order; isMeant: boolean }) {
  const { t, i18n } = useTranslation('contacts');
  return (
    <li className={styles.order} data-meant={isMeant || undefined}>
      <div className={styles.head}>
        <bdi className={styles.number}>{order.externalId}</bdi>
        {order.total !== null && <bdi>{money(order.total, order.currency, i18n.language)}</bdi>}
      </div>
      <div className={styles.quiet}>
        {i18n.exists(`contacts:orderStatus.${order.status}`)
          ? t(`orderStatus.${order.status as 'ready'}`)
          : order.status}{' '}
        · <bdi>{longDate(order.placedAt, i18n.language)}</bdi>
      </div>
      {order.lines.slice(0, 4).map((line) => (
        <div
          key={`${line.sku}${line.title}`}
          className={styles.line}
          dir="auto"
          title={Object.entries(line.options)
            .map(([k, v]) => `${k}: ${v}`)
            .join('\n')}
        >
          <bdi>{number(line.quantity, i18n.language)} ×</bdi> {line.title}
        </div>
      ))}
      {order.tracking && (
        <div className={styles.quiet}>
          {t('tracking')} <bdi>{order.tracking}</bdi>
        </div>
      )}
    </li>
  );
}
