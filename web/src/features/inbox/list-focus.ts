/** Whether keys mean the list and not the ticket beside it. */
export const listHasFocus = (): boolean => document.activeElement?.closest('[data-ticket-list]') != null;

/** The focus goes to a row once it is drawn. */
export function focusRow(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus({ preventScroll: true }),
  );
}
