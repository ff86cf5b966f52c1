import type { ServerEvent, ServerEventName } from '../../../libs/contracts/realtime.ts';

type Listener = (...values: unknown[]) => void;

/** The line to the server, as tests move it: what it says, and that it breaks. */
class FakeSocket {
  connected = true;
  readonly told: { name: string; payload: unknown }[] = [];
  private listeners = new Map<string, Listener[]>();
  private anything: Listener[] = [];

  /** What a new page gets. */
  open(): this {
    this.connected = true;
    this.listeners = new Map();
    this.anything = [];
    this.told.length = 0;
    return this;
  }

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  onAny(listener: Listener): void {
    this.anything.push(listener);
  }

  emit(name: string, payload: unknown): void {
    this.told.push({ name, payload });
  }

  disconnect(): void {
    this.connected = false;
  }

  /** The server says something. */
  say<N extends ServerEventName>(name: N, payload: ServerEvent<N>): void {
    for (const listener of this.anything) listener(name, payload);
  }

  /** The line breaks, or is there again. */
  turn(isOn: boolean): void {
    this.connected = isOn;
    for (const listener of this.listeners.get(isOn ? 'connect' : 'disconnect') ?? []) listener('transport close');
  }
}

export const fakeSocket = new FakeSocket();
