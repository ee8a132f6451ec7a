import { createHash, randomInt } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** One mail as it came, down to the byte. */
export interface Copy {
  messageId: string;
  sha256: string;
}

export interface MailSink {
  /** As SMTP_URL takes it. */
  url: string;
  /** Every mail by the address it went to; more than one copy is a mail that somebody got twice. */
  taken: Map<string, Copy[]>;
  close(): Promise<void>;
}

/** A real SMTP server that takes every mail, and answers after up to `latency` ms: what a kill can fall into. */
export async function openMailSink(latency: number): Promise<MailSink> {
  const taken = new Map<string, Copy[]>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const messageId = /^message-id: *(\S+)/im.exec(bytes.toString('latin1'))?.[1] ?? '';
        const copy = { messageId, sha256: createHash('sha256').update(bytes).digest('hex') };
        for (const { address } of session.envelope.rcptTo)
          taken.set(address, [...(taken.get(address) ?? []), copy]);
        setTimeout(() => done(), randomInt(0, latency + 1));
      });
    },
  });
  // A client that is killed leaves its connection in the middle of anything.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, taken, close };
}
