import { useCallback, useEffect, useRef } from 'react';
import { tell } from '../../lib/socket.ts';

/** The server lets the sign fade after six seconds; it is renewed a little before. */
const renewMs = 4_000;

/** Tells colleagues that somebody writes here; and that they stopped. */
export function useTypingSign(ticketId: string): () => void {
  const last = useRef(0);
  useEffect(
    () => () => {
      if (last.current > 0) tell('presence.set', { ticketId, state: 'viewing' });
    },
    [ticketId],
  );
  return useCallback(() => {
    const now = Date.now();
    if (now - last.current < renewMs) return;
    last.current = now;
    tell('presence.set', { ticketId, state: 'typing' });
  }, [ticketId]);
}
