import { createStore } from '../lib/store.ts';

/** Which of the page's own overlays is open. */
export const overlay = createStore<'none' | 'palette' | 'shortcuts'>('none');

export const openPalette = (): void => overlay.set('palette');
export const openShortcutSheet = (): void => overlay.set('shortcuts');
export const closeOverlay = (): void => overlay.set('none');
