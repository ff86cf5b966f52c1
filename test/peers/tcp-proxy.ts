import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What to do with a line on its way to the server. */
export type LineRule = (line: string) => 'pass' | 'cut' | { answer: string } | Promise<'pass'>;

export interface TcpProxy {
  port: number;
  /** Connections opened so far. */
  connections: number;
  /** Lines the client sent. */
  lines: string[];
  rule: LineRule;
  /** A line of the client, as the server is to hear it. */
  retell: (line: string) => string;
  /** What the server says, as the client is to hear it. */
  rewrite: (said: string) => string;
  /** Ends every connection. */
  cut(): void;
  /** Lets nothing through any more and keeps every connection open: what a firewall that forgot does. */
  freeze(): void;
  close(): Promise<void>;
}

/** A line between client and server that can be cut, frozen, or tampered with. */
export async function startTcpProxy(serverPort: number): Promise<TcpProxy> {
  const pairs = new Set<{ client: Socket; server: Socket; isFrozen: boolean }>();
  const proxy: TcpProxy = {
    port: 0,
    connections: 0,
    lines: [],
    rule: () => 'pass',
    retell: (line) => line,
    rewrite: (said) => said,
    cut: () => {
      for (const { client, server } of pairs) {
        client.destroy();
        server.destroy();
      }
    },
    freeze: () => {
      for (const pair of pairs) pair.isFrozen = true;
    },
    close: async () => {
      proxy.cut();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
  const listener = createServer((client) => {
    proxy.connections += 1;
    const pair = { client, server: connect(serverPort, '127.0.0.1'), isFrozen: false };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      pair.server.destroy();
    };
    for (const socket of [client, pair.server]) socket.on('error', end).on('close', end);
    pair.server.on('data', (chunk) => {
      if (!pair.isFrozen) client.write(proxy.rewrite(chunk.toString('latin1')), 'latin1');
    });
    let turn: Promise<void> = Promise.resolve();
    let rest = '';
    client.on('data', (chunk) => {
      if (pair.isFrozen) return;
      rest += chunk.toString('latin1');
      for (let at = rest.indexOf('\n'); at >= 0; at = rest.indexOf('\n')) {
        const line = rest.slice(0, at + 1);
        rest = rest.slice(at + 1);
        turn = turn.then(async () => {
          proxy.lines.push(line.trim());
          const verdict = await proxy.rule(line.trim());
          if (verdict === 'cut') end();
          else if (verdict === 'pass') pair.server.write(proxy.retell(line), 'latin1');
          else client.write(`${verdict.answer}\r\n`);
        });
      }
    });
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  proxy.port = (listener.address() as AddressInfo).port;
  return proxy;
}
