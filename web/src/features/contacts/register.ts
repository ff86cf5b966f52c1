import { lazy } from 'react';
import { contextSections } from '../../lib/extension-points.ts';

const sections = () => import('./index.ts');

/** Sections of the panel beside a conversation; the specification's stands between the buyer and the orders (order 20). */
export function registerContacts(): void {
  contextSections.add({
    id: 'buyer',
    order: 10,
    component: lazy(() => sections().then((m) => ({ default: m.BuyerSection }))),
  });
  contextSections.add({
    id: 'orders',
    order: 30,
    component: lazy(() => sections().then((m) => ({ default: m.OrdersSection }))),
  });
  contextSections.add({
    id: 'tickets',
    order: 40,
    component: lazy(() => sections().then((m) => ({ default: m.TicketsSection }))),
  });
  contextSections.add({
    id: 'files',
    order: 50,
    component: lazy(() => sections().then((m) => ({ default: m.FilesSection }))),
  });
}
