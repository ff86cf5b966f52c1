import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReturnFocus } from '../lib/use-return-focus.ts';

/** A panel drawn over the page from its side; it takes the focus and gives it back. */
export function SideDrawer({
  label,
  children,
  onClose,
  isAtEnd = false,
}: {
  label: string;
  children: ReactNode;
  onClose: () => void;
  /** At the end of the line instead of its start. */
  isAtEnd?: boolean;
}) {
  useReturnFocus();
  return (
    <Drawer
      opened
      onClose={onClose}
      position={isAtEnd ? 'right' : 'left'}
      size={isAtEnd ? 320 : 280}
      padding={0}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': label } }}
      styles={{ body: { blockSize: '100%' } }}
    >
      {children}
    </Drawer>
  );
}
