import { Drawer } from '@mantine/core';
import { Suspense } from 'react';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { contextSections } from '../../lib/extension-points.ts';
import styles from './context-panel.module.css';

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
    <Suspense>
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
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={320}
      padding={0}
      withCloseButton={false}
      aria-label={label}
    >
      {sections}
    </Drawer>
  );
}
