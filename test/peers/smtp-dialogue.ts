import { connect, type Socket } from 'node:net';

/** A dialogue typed by hand, for what no well-behaved client would do. */
export class SmtpDialogue {
  private received = '';
  private news: () => void = () => undefined;

  private constructor(readonly socket: Socket) {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      this.received += chunk.toString('utf8');
      this.news();
    });
    socket.on('close', () => this.news());
  }

  /** Connects and hears the greeting. */
  static async open(port: number): Promise<SmtpDialogue> {
    const dialogue = new SmtpDialogue(connect(port, '127.0.0.1'));
    await dialogue.answer();
    return dialogue;
  }

  /** @returns the whole answer to a command */
  say(line: string): Promise<string> {
    this.socket.write(`${line}\r\n`);
    return this.answer();
  }

  write(text: string | Buffer): void {
    this.socket.write(text);
  }

  /** The next complete answer; '' when the connection ended. */
  async answer(): Promise<string> {
    for (;;) {
      const end = /^\d{3} [^\n]*\n/m.exec(this.received);
      if (end) {
        const answer = this.received.slice(0, end.index + end[0].length);
        this.received = this.received.slice(answer.length);
        return answer.trim();
      }
      if (this.socket.destroyed || this.socket.readableEnded) return '';
      await new Promise<void>((resolve) => {
        this.news = resolve;
      });
    }
  }

  /** Ends the connection as a cut cable would. */
  cut(): void {
    this.socket.resetAndDestroy();
  }
}
