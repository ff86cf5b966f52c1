import { useEffect, useRef } from 'react';
import { io, type Socket } from 'socket.io-client';
import type {
  ClientEvent,
  ClientEventName,
  ClientToServer,
  ServerEvent,
  ServerEventName,
  ServerToClient,
} from '../../../libs/contracts/realtime.ts';
import { createStore } from './store.ts';

type Client = Socket<ServerToClient, ClientToServer>;
let client: Client | null = null;

/** Whether the server can be heard; `never` until the first connection. */
export const connection = createStore<'never' | 'open' | 'lost'>('never');

/** Opens the one socket of this page; further calls are free. */
export function openSocket(): Client {
  if (client) return client;
  client = io({ path: '/socket.io', transports: ['websocket', 'polling'], reconnectionDelayMax: 10_000 });
  client.on('connect', () => connection.set('open'));
  client.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') connection.set('lost');
  });
  client.on('connect_error', () => connection.set((before) => (before === 'never' ? 'never' : 'lost')));
  return client;
}

/** After signing out: nothing of the old session may be heard. */
export function closeSocket(): void {
  client?.disconnect();
  client = null;
  connection.set('never');
}

/** Tells the server something; silently nothing while the line is down, because all of it is said anew on connecting. */
export function tell<N extends ClientEventName>(name: N, payload: ClientEvent<N>): void {
  if (client?.connected) (client as { emit(event: string, payload: unknown): void }).emit(name, payload);
}

/** Calls back on every event of that name while the component is there. */
export function useServerEvent<N extends ServerEventName>(name: N, hear: (payload: ServerEvent<N>) => void): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const socket = openSocket() as unknown as {
      on(event: string, listener: (payload: ServerEvent<N>) => void): void;
      off(event: string, listener: (payload: ServerEvent<N>) => void): void;
    };
    const listener = (payload: ServerEvent<N>) => latest.current(payload);
    socket.on(name, listener);
    return () => socket.off(name, listener);
  }, [name]);
}

/** Calls back on every (re)connection, and at once where the line is open. */
export function useOnConnect(say: () => void): void {
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    const socket = openSocket();
    const listener = () => latest.current();
    socket.on('connect', listener);
    if (socket.connected) listener();
    return () => {
      socket.off('connect', listener);
    };
  }, []);
}
