import { useCallback, useState, useSyncExternalStore } from 'react';
import { storage } from '../../lib/storage.ts';

const wide = '(min-width: 1280px)';
const follow = (listener: () => void) => {
  const query = matchMedia(wide);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** Whether the panel beside the conversation is shown: kept on this device where there is room, closed at first where it covers. */
export function useContextPanel(): { isOpen: boolean; isBeside: boolean; toggle: () => void } {
  const isBeside = useSyncExternalStore(follow, () => matchMedia(wide).matches);
  const [isWanted, setIsWanted] = useState(() => storage.read<boolean>('context-panel') ?? true);
  const [isOver, setIsOver] = useState(false);
  const toggle = useCallback(() => {
    if (!isBeside) {
      setIsOver((before) => !before);
      return;
    }
    setIsWanted((before) => {
      storage.write('context-panel', !before);
      return !before;
    });
  }, [isBeside]);
  return { isOpen: isBeside ? isWanted : isOver, isBeside, toggle };
}
