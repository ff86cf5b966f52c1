import { type RefObject, useEffect, useRef } from 'react';
import { directionOf } from './format.ts';

const threshold = 84;

/**
 * Moves an element under the finger along the line of writing and calls back when it was drawn far enough: `onForward`
 * towards the end of the line, `onBack` towards its start. Scrolling up and down stays with the browser.
 */
export function useSwipe(
  target: RefObject<HTMLElement | null>,
  { onForward, onBack, isEnabled = true }: { onForward?: () => void; onBack?: () => void; isEnabled?: boolean },
): void {
  const handlers = useRef({ onForward, onBack });
  useEffect(() => {
    handlers.current = { onForward, onBack };
  });
  useEffect(() => {
    const element = target.current;
    if (!element || !isEnabled) return;
    let start: { x: number; y: number } | null = null;
    let moved = 0;
    const begin = (e: TouchEvent) => {
      const touch = e.touches[0];
      start = touch && e.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
      moved = 0;
    };
    const move = (e: TouchEvent) => {
      const touch = e.touches[0];
      if (!start || !touch) return;
      const [dx, dy] = [touch.clientX - start.x, touch.clientY - start.y];
      if (moved === 0 && Math.abs(dy) > Math.abs(dx)) {
        start = null;
        return;
      }
      if (Math.abs(dx) < 12 && moved === 0) return;
      moved = dx;
      element.style.transform = `translateX(${dx}px)`;
      element.dataset['swipe'] = Math.abs(dx) > threshold ? 'far' : 'near';
    };
    const end = () => {
      element.style.transform = '';
      delete element.dataset['swipe'];
      if (start && Math.abs(moved) > threshold) {
        const isForward = moved > 0 === (directionOf(document.documentElement.lang) === 'ltr');
        (isForward ? handlers.current.onForward : handlers.current.onBack)?.();
      }
      start = null;
    };
    element.addEventListener('touchstart', begin, { passive: true });
    element.addEventListener('touchmove', move, { passive: true });
    element.addEventListener('touchend', end);
    element.addEventListener('touchcancel', end);
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', end);
      element.removeEventListener('touchcancel', end);
    };
  }, [target, isEnabled]);
}
