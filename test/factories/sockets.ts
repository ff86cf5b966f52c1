import { io, type Socket } from 'socket.io-client';
import type { ServerEventName } from '../../libs/contracts/index.ts';
import type { SignedIn, TestApp } from './app.ts';

export interface Screen {
  socket: Socket;
  /** Everything the server said to this screen, in order. */
  heard: { name: ServerEventName; payload: unknown }[];
  /** Sends an event of a client and waits for what the server answers. */
  ask(name: string, payload: unknown): Promise<{ ok: boolean; code?: string }>;
}

/** A screen of somebody signed in, connected as the web client connects. */
export async function openScreen(app: TestApp, person: Pick<SignedIn, 'cookie'>): Promise<Screen> {
  const socket = io(`http://127.0.0.1:${app.httpPort}`, {
    transports: ['websocket'],
    extraHeaders: { cookie: person.cookie },
    reconnection: false,
    forceNew: true,
  });
  const heard: Screen['heard'] = [];
  socket.onAny((name: ServerEventName, payload: unknown) => heard.push({ name, payload }));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return { socket, heard, ask: (name, payload) => socket.timeout(10_000).emitWithAck(name, payload) };
}
