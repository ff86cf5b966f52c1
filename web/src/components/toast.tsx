import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './toast.module.css';

export interface ToastAction {
  label: string;
  keys?: string;
  run: () => void;
}

let count = 0;

/** A line at the edge of the screen: what happened, and at most one thing to do about it. @returns its id */
export function showToast({
  message,
  action,
  tone = 'plain',
  milliseconds = 6000,
  id = `toast-${++count}`,
}: {
  message: ReactNode;
  action?: ToastAction | undefined;
  tone?: 'plain' | 'bad';
  /** How long it stays; `false` until it is closed. */
  milliseconds?: number | false;
  id?: string;
}): string {
  const content = (
    <div className={styles.toast} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={styles.message} dir="auto">
        {message}
      </span>
      {action && (
        <Button
          variant="subtle"
          size="compact-sm"
          rightSection={action.keys ? <Kbd keys={action.keys} /> : undefined}
          onClick={() => {
            notifications.hide(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
  const shown = {
    id,
    message: content,
    autoClose: milliseconds,
    color: tone === 'bad' ? 'red' : 'accent',
    withBorder: true,
  };
  // One id is one toast: what is said anew replaces it.
  notifications.hide(id);
  notifications.show(shown);
  return id;
}

export const hideToast = (id: string): void => {
  notifications.hide(id);
};
