import { useSyncExternalStore } from 'react';
import { createStore } from './store.ts';

const tickMs = 30_000;
const clock = createStore(Date.now());
let timer: ReturnType<typeof setInterval> | undefined;
let followers = 0;

function follow(listener: () => void): () => void {
  if (followers === 0) clock.set(Date.now());
  const leave = clock.subscribe(listener);
  followers++;
  timer ??= setInterval(() => clock.set(Date.now()), tickMs);
  return () => {
    leave();
    followers--;
    if (followers > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time of now, renewed twice a minute by one timer for the whole page. */
export const useNow = (): number => useSyncExternalStore(follow, clock.get);
