import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface TakenMail {
  to: string[];
  bytes: string;
}

export interface SmtpSink {
  /** As SMTP_URL takes it. */
  url: string;
  taken: TakenMail[];
  close(): Promise<void>;
}

/** How the server answers after the final dot; undefined takes the mail. */
export type AfterDot = (mail: TakenMail) => { code: number; words: string } | 'drop' | undefined;

/**
 * A real SMTP server on loopback that writes down each mail before it answers, and answers once `held` resolves, and not
 * before so many ms.
 */
export async function openSmtpSink(
  afterDot: AfterDot = () => undefined,
  held: Promise<void> = Promise.resolve(),
  latency = 0,
): Promise<SmtpSink> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const mail = { to, bytes: Buffer.concat(chunks).toString('utf8') };
        const said = afterDot(mail);
        if (said === 'drop') {
          taken.push(mail);
          for (const connection of server.connections) {
            (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
          }
          return;
        }
        if (said) return done(Object.assign(new Error(said.words), { responseCode: said.code }));
        taken.push(mail);
        void held.then(() => (latency > 0 ? setTimeout(done, latency) : done()));
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, taken, close };
}
