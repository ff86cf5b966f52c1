import { useEffect, useRef } from 'react';
import type { Socket } from 'socket.io-client';
import type { ClientEvent, ClientEventName, ServerEvent, ServerEventName } from '../../../libs/contracts/realtime.ts';
import { createStore } from './store.ts';

type Listener = (payload: never) => void;
const listeners = new Map<string, Set<Listener>>();
let client: Socket | null = null;
let isOpening = false;

/** Whether the server can be heard; `never` until the first connection. */
export const connection = createStore<'never' | 'open' | 'lost'>('never');

const say = (name: string, payload?: unknown): void => {
  for (const listener of listeners.get(name) ?? []) listener(payload as never);
};

/** Opens the one socket of this page, after the first view: its code comes in a file of its own. Further calls are free. */
function openSocket(): void {
  if (client || isOpening) return;
  isOpening = true;
  void import('socket.io-client').then(({ io }) => {
    if (!isOpening) return;
    client = io({ path: '/socket.io', transports: ['websocket', 'polling'], reconnectionDelayMax: 10_000 });
    client.on('connect', () => {
      connection.set('open');
      say('connect');
    });
    client.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') connection.set('lost');
    });
    client.on('connect_error', () => connection.set((before) => (before === 'never' ? 'never' : 'lost')));
    client.onAny(say);
  });
}

/** After signing out: nothing of the old session may be heard. */
export function closeSocket(): void {
  isOpening = false;
  client?.disconnect();
  client = null;
  connection.set('never');
}

/** Tells the server something; silently nothing while the line is down, because all of it is said anew on connecting. */
export function tell<N extends ClientEventName>(name: N, payload: ClientEvent<N>): void {
  if (client?.connected) client.emit(name, payload);
}

function listen(name: string, listener: Listener): () => void {
  const known = listeners.get(name) ?? new Set();
  listeners.set(name, known.add(listener));
  openSocket();
  return () => known.delete(listener);
}

/** Calls back on every event of that name while the component is there. */
export function useServerEvent<N extends ServerEventName>(name: N, hear: (payload: ServerEvent<N>) => void): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const stop = listen(name, ((payload: ServerEvent<N>) => latest.current(payload)) as Listener);
    return () => {
      stop();
    };
  }, [name]);
}

/** Calls back on every (re)connection, and at once where the line is open. */
export function useOnConnect(report: () => void): void {
  const latest = useRef(report);
  useEffect(() => {
    latest.current = report;
  });
  useEffect(() => {
    const stop = listen('connect', () => latest.current());
    if (client?.connected) latest.current();
    return () => {
      stop();
    };
  }, []);
}
