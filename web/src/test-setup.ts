import '@testing-library/jest-dom';
import { jest } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';
import { fakeSocket } from './testing/fake-socket.ts';

// The one true edge of the client beside `fetch`: no test opens a line to anywhere.
jest.unstable_mockModule('socket.io-client', () => ({ io: () => fakeSocket.open() }));

// What jsdom does not have and components ask for; a screen in a test is 1440 wide and shows everything at once.
class Watcher {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
/** The router throws its redirects as responses. */
class ThrownResponse {
  readonly status: number;
  readonly headers: Headers;

  constructor(_body: unknown, init: ResponseInit = {}) {
    this.status = init.status ?? 200;
    this.headers = new Headers(init.headers);
  }
}
Object.assign(globalThis, { ResizeObserver: Watcher, IntersectionObserver: Watcher, Response: ThrownResponse });

Object.defineProperties(window, {
  innerWidth: { value: 1440, writable: true },
  innerHeight: { value: 900, writable: true },
  matchMedia: {
    value: (query: string) => ({
      matches: /min-width/.test(query),
      media: query,
      addEventListener() {},
      removeEventListener() {},
      addListener() {},
      removeListener() {},
      dispatchEvent: () => false,
    }),
  },
  scrollTo: { value: () => undefined, writable: true },
});
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;
Object.defineProperties(HTMLElement.prototype, {
  // Virtual lists ask how much room there is.
  clientHeight: { get: () => 600, configurable: true },
  clientWidth: { get: () => 400, configurable: true },
});
Object.defineProperty(document, 'fonts', { value: { addEventListener() {}, removeEventListener() {} } });

configure({ asyncUtilTimeout: 5_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
  document.title = '';
});
