import { createStore } from '../../lib/store.ts';

/** Where the planner is on the board: the card under the keys, and the cards that are chosen. */
export interface BoardSelection {
  cursor: string | null;
  chosen: ReadonlySet<string>;
  /** The card last chosen by hand, where a range begins. */
  anchor: string | null;
}
const nothing: BoardSelection = { cursor: null, chosen: new Set(), anchor: null };
export const boardSelection = createStore<BoardSelection>(nothing);

export const moveCursor = (cursor: string | null): void =>
  boardSelection.set((s) => (s.cursor === cursor ? s : { ...s, cursor }));

export function toggleChosen(id: string): void {
  boardSelection.set((s) => {
    const chosen = new Set(s.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    return { ...s, chosen, anchor: id };
  });
}

/** Chooses everything between the card last chosen and this one; this one alone where that stands in another column. */
export function chooseRange(ids: readonly string[], to: string): void {
  boardSelection.set((s) => {
    const [a, b] = [ids.indexOf(s.anchor ?? to), ids.indexOf(to)];
    const range = a < 0 || b < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
    return { ...s, chosen: new Set([...s.chosen, ...range]), anchor: a < 0 ? to : s.anchor };
  });
}

export const chooseAll = (ids: readonly string[]): void =>
  boardSelection.set((s) => ({ ...s, chosen: new Set([...s.chosen, ...ids]) }));

export const keepChosen = (ids: readonly string[]): void =>
  boardSelection.set((s) => ({ ...s, chosen: new Set(ids), anchor: null }));

export const chooseNone = (): void =>
  boardSelection.set((s) => (s.chosen.size === 0 ? s : { ...s, chosen: new Set(), anchor: null }));

/** A click on a card: with Ctrl or ⌘ it is chosen, with Shift all up to it. @returns whether the click chose */
export function chooseByClick(
  event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; preventDefault(): void },
  id: string,
  ids: readonly string[],
): boolean {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return false;
  event.preventDefault();
  if (event.shiftKey) chooseRange(ids, id);
  else toggleChosen(id);
  return true;
}

/** The focus goes to a card once it is drawn. */
export function focusCard(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus({ preventScroll: true }),
    ),
  );
}
