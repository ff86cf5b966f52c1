import { createStore } from './store.ts';

/** Something just done that can be taken back. */
export interface Undoable {
  id: string;
  /** What was done, in the person's language. */
  label: string;
  /** Until when, in milliseconds; later it is forgotten. */
  until: number;
  undo(): Promise<void> | void;
}

const longest = 20;
export const undoStack = createStore<readonly Undoable[]>([]);

export function rememberUndo(entry: Undoable): void {
  undoStack.set((before) => [entry, ...before.filter((e) => e.id !== entry.id)].slice(0, longest));
}

export function forgetUndo(id: string): void {
  undoStack.set((before) => before.filter((e) => e.id !== id));
}

/** Takes the last thing back that still can be. @returns what it was, or null when there is nothing */
export function undoLast(now = Date.now()): Undoable | null {
  const entry = undoStack.get().find((e) => e.until > now) ?? null;
  undoStack.set((before) => before.filter((e) => e !== entry && e.until > now));
  void entry?.undo();
  return entry;
}
