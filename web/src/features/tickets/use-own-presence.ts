import { useEffect } from 'react';
import { tell, useOnConnect } from '../../lib/socket.ts';

/** Without a key or a movement for this long, a person is away. */
const idleMs = 10 * 60_000;
const signs = ['pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

/** Tells whether the person is at the screen: routing gives new mail to whoever is. */
export function useOwnPresence(): void {
  useOnConnect(() => tell('presence.self', { presence: 'online' }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAway = false;
    const leave = () => {
      isAway = true;
      tell('presence.self', { presence: 'away' });
    };
    const stir = () => {
      clearTimeout(timer);
      timer = setTimeout(leave, idleMs);
      if (!isAway) return;
      isAway = false;
      tell('presence.self', { presence: 'online' });
    };
    stir();
    for (const sign of signs) window.addEventListener(sign, stir, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, stir);
    };
  }, []);
}
