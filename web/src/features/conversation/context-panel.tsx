import { lazy, Suspense } from 'react';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { contextSections } from '../../lib/extension-points.ts';
import styles from './context-panel.module.css';

const SideDrawer = lazy(() => import('../../components/side-drawer.tsx').then((m) => ({ default: m.SideDrawer })));

/** What features know about a ticket, section by section: beside the conversation where there is room, else drawn over it. */
export function ContextPanel({
  detail,
  isOpen,
  isBeside,
  onClose,
  label,
}: {
  detail: TicketDetail;
  isOpen: boolean;
  isBeside: boolean;
  onClose: () => void;
  label: string;
}) {
  const sections = (
    <Suspense fallback={<TextSkeleton lines={6} />}>
      {contextSections.all().map(({ id, component: Section }) => (
        <Section key={id} detail={detail} />
      ))}
    </Suspense>
  );
  if (isBeside)
    return (
      isOpen && (
        <aside className={styles.panel} aria-label={label}>
          {sections}
        </aside>
      )
    );
  return (
    isOpen && (
      <Suspense>
        <SideDrawer label={label} onClose={onClose} isAtEnd>
          {sections}
        </SideDrawer>
      </Suspense>
    )
  );
}
