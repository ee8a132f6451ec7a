import { createHash } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';

/** Where in a conversation a mail server stands; `body` is when the first bytes of a mail come, `dot` after its last. */
export type Step = 'greeting' | 'hello' | 'auth' | 'sender' | 'recipient' | 'data' | 'body' | 'dot';

export interface Turn {
  step: Step;
  /** The recipient; empty before one was named. */
  to: string;
}

/** What the server does instead of saying yes. */
export interface Act {
  /** A whole line; nothing is said without one. */
  say?: string | undefined;
  /** ms before it says so. */
  wait?: number;
  /** ms between any two bytes of it. */
  perByte?: number;
  leave?: 'close' | 'reset';
}

/** Undefined says yes. */
export type Play = (turn: Turn) => Act | undefined;

/** One mail as it came, down to the byte. */
export interface Copy {
  messageId: string;
  sha256: string;
}

export interface ScriptedSmtp {
  port: number;
  /** As SMTP_URL takes it. */
  url: string;
  /** Every mail whose last byte came and that was not refused, by its recipient: written down before it is answered. */
  taken: Map<string, Copy[]>;
  close(): Promise<void>;
}

/** What is said of a mail that was taken. */
export const TAKEN = '250 2.0.0 ok, queued as sink';

const YES: Record<Step, string | undefined> = {
  greeting: '220 sink.example ESMTP',
  hello: '250-sink.example\r\n250-PIPELINING\r\n250 8BITMIME',
  auth: '235 2.7.0 welcome',
  sender: '250 2.1.0 ok',
  recipient: '250 2.1.5 ok',
  data: '354 go on',
  body: undefined,
  dot: TAKEN,
};

/** A mail server on loopback that says what it is told to, byte by byte if need be; a library's would not say most of it. */
export async function openScriptedSmtp(
  play: Play = () => undefined,
  { withAuth = false, port: wanted = 0 }: { withAuth?: boolean; port?: number } = {},
): Promise<ScriptedSmtp> {
  const taken: ScriptedSmtp['taken'] = new Map();
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Who is killed leaves a line in the middle of anything.
    socket.on('error', () => undefined);
    new Conversation(socket, play, taken, withAuth).begin();
  });
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ port, url: `smtp://${withAuth ? 'ask:secret@' : ''}127.0.0.1:${port}`, taken },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const END = Buffer.from('\r\n.\r\n');

class Conversation {
  readonly #socket: Socket;
  readonly #play: Play;
  readonly #taken: ScriptedSmtp['taken'];
  readonly #withAuth: boolean;
  #to = '';
  /** What was said of this mail so far was taken. */
  #isMeant = false;
  #isBody = false;
  #unread: Buffer = Buffer.alloc(0);
  #isBusy = false;

  constructor(socket: Socket, play: Play, taken: ScriptedSmtp['taken'], withAuth: boolean) {
    this.#socket = socket;
    this.#play = play;
    this.#taken = taken;
    this.#withAuth = withAuth;
  }

  begin(): void {
    this.#socket.on('data', (bytes) => {
      this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
      if (!this.#isBusy) void this.#read();
    });
    this.#isBusy = true;
    void this.#answer('greeting').then(() => this.#read());
  }

  /** One command after the other, however many came in one piece. */
  async #read(): Promise<void> {
    this.#isBusy = true;
    while (!this.#socket.destroyed && (this.#isBody ? await this.#readBody() : await this.#readLine()));
    this.#isBusy = false;
  }

  async #readLine(): Promise<boolean> {
    const end = this.#unread.indexOf('\r\n');
    if (end < 0) return false;
    const line = this.#unread.subarray(0, end).toString('latin1');
    this.#unread = this.#unread.subarray(end + 2);
    await this.#obey(line);
    return true;
  }

  async #obey(line: string): Promise<unknown> {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') return this.#answer('hello');
    if (verb === 'AUTH') return this.#answer('auth');
    if (verb === 'MAIL') {
      this.#isMeant = await this.#answer('sender');
      return;
    }
    if (verb === 'RCPT' && this.#isMeant) {
      this.#to = /<(.*?)>/.exec(line)?.[1] ?? '';
      this.#isMeant = await this.#answer('recipient');
      return;
    }
    // Commands come ahead of the answers to those before (RFC 2920).
    if ((verb === 'RCPT' || verb === 'DATA') && !this.#isMeant) return this.#say({ say: '503 5.5.1 no' });
    if (verb === 'DATA') {
      const act = this.#play({ step: 'data', to: this.#to }) ?? { say: YES.data };
      await this.#say(act);
      this.#isBody = act.say?.startsWith('354') ?? false;
      return;
    }
    await this.#say(verb === 'QUIT' ? { say: '221 bye', leave: 'close' } : { say: '250 ok' });
  }

  /** Whether it said yes. */
  async #answer(step: Step): Promise<boolean> {
    const act = this.#play({ step, to: this.#to });
    if (act) {
      await this.#say(act);
      return false;
    }
    const yes = step === 'hello' && this.#withAuth ? `250-sink.example\r\n250 AUTH PLAIN` : YES[step];
    if (yes !== undefined) this.#socket.write(`${yes}\r\n`);
    return true;
  }

  async #readBody(): Promise<boolean> {
    if (this.#unread.length === 0) return false;
    if (!(await this.#answer('body'))) return false;
    const end = this.#unread.indexOf(END);
    if (end < 0) return false;
    const bytes = this.#unread.subarray(0, end);
    this.#unread = this.#unread.subarray(end + END.length);
    this.#isBody = false;
    const act = this.#play({ step: 'dot', to: this.#to });
    // What a server refuses it does not keep.
    if (!/^[45]/.test(act?.say ?? '')) this.#write(bytes);
    await (act ? this.#say(act) : this.#say({ say: YES.dot }));
    return true;
  }

  #write(bytes: Buffer): void {
    const messageId = /^message-id: *(\S+)/im.exec(bytes.toString('latin1'))?.[1] ?? '';
    const copy = { messageId, sha256: createHash('sha256').update(bytes).digest('hex') };
    this.#taken.set(this.#to, [...(this.#taken.get(this.#to) ?? []), copy]);
  }

  async #say({ say, wait = 0, perByte = 0, leave }: Act): Promise<void> {
    if (wait > 0) await rest(wait, undefined, { ref: false });
    const line = say === undefined ? '' : `${say}\r\n`;
    if (perByte === 0) this.#socket.write(line);
    else
      for (const byte of line) {
        this.#socket.write(byte);
        await rest(perByte);
      }
    if (leave === 'reset') this.#socket.resetAndDestroy();
    else if (leave === 'close') this.#socket.end();
  }
}
