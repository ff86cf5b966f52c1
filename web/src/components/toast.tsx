import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore, useStore } from '../lib/store.ts';
import { Kbd } from './kbd.tsx';
import styles from './toast.module.css';

export interface ToastAction {
  label: string;
  keys?: string;
  run: () => void;
}

interface Toast {
  id: string;
  message: ReactNode;
  action: ToastAction | undefined;
  tone: 'plain' | 'bad';
  milliseconds: number | false;
  /** Grows when the same toast is said anew, so that its time begins anew. */
  turn: number;
}

const most = 4;
const toasts = createStore<readonly Toast[]>([]);
let count = 0;

/** A line at the edge of the screen: what happened, and at most one thing to do about it. One id is one toast. @returns its id */
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
  const toast: Toast = { id, message, action, tone, milliseconds, turn: ++count };
  toasts.set((before) => [...before.filter((each) => each.id !== id), toast].slice(-most));
  return id;
}

export const hideToast = (id: string): void => toasts.set((before) => before.filter((each) => each.id !== id));

/** Where toasts appear; once on the page. */
export function ToastHost() {
  const { t } = useTranslation();
  const shown = useStore(toasts, (all) => all);
  return (
    <section className={styles.host} aria-label={t('toasts')} aria-live="polite">
      {shown.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const { id, milliseconds, turn, action } = toast;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said anew, it stays anew
  useEffect(() => {
    if (milliseconds === false) return;
    const timer = setTimeout(() => hideToast(id), milliseconds);
    return () => clearTimeout(timer);
  }, [id, milliseconds, turn]);
  return (
    <div className={styles.toast} data-tone={toast.tone} role={toast.tone === 'bad' ? 'alert' : undefined}>
      <span className={styles.message} dir="auto">
        {toast.message}
      </span>
      {action && (
        <Button
          variant="subtle"
          size="compact-sm"
          rightSection={action.keys ? <Kbd keys={action.keys} /> : undefined}
          onClick={() => {
            hideToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <CloseButton size="sm" aria-label={t('close')} onClick={() => hideToast(id)} />
    </div>
  );
}
