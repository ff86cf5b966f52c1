import { createStore } from '../../lib/store.ts';

/** Where the person is in the list: the row under the keys, and the rows that are ticked. */
export interface InboxState {
  cursor: string | null;
  checked: ReadonlySet<string>;
  /** The row last ticked by hand, where a range begins. */
  anchor: string | null;
}
export const inboxState = createStore<InboxState>({ cursor: null, checked: new Set(), anchor: null });

export const moveCursor = (cursor: string | null): void =>
  inboxState.set((s) => (s.cursor === cursor ? s : { ...s, cursor }));

export function toggleChecked(id: string): void {
  inboxState.set((s) => {
    const checked = new Set(s.checked);
    if (!checked.delete(id)) checked.add(id);
    return { ...s, checked, anchor: id };
  });
}

/** Ticks everything between the row last ticked and this one. */
export function checkRange(ids: readonly string[], to: string): void {
  inboxState.set((s) => {
    const [a, b] = [ids.indexOf(s.anchor ?? to), ids.indexOf(to)];
    const range = a < 0 || b < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
    return { ...s, checked: new Set([...s.checked, ...range]), anchor: to };
  });
}

export const check = (ids: readonly string[]): void => inboxState.set((s) => ({ ...s, checked: new Set(ids) }));

export const uncheckAll = (): void =>
  inboxState.set((s) => (s.checked.size === 0 ? s : { ...s, checked: new Set(), anchor: null }));
