import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';

/** Nodemailer alone: the same letters, ready made, through as many connections; tells how many ms that took. */
const [file = '', url = ''] = process.argv.slice(2);
const letters = JSON.parse(readFileSync(file, 'utf8')) as { to: string; bytes: string }[];
const { hostname: host, port } = new URL(url);
const transport = nodemailer.createTransport({
  ...{ host, port: Number(port), ignoreTLS: true, pool: true, maxConnections: 5, maxMessages: 100 },
});
const from = 'ask@northwind.example';
const mails = letters.map(({ to, bytes }) => ({ envelope: { from, to: [to] }, raw: Buffer.from(bytes) }));
const [since, spent] = [performance.now(), process.cpuUsage()];
let next = 0;
const lane = async () => {
  while (next < mails.length) await transport.sendMail(mails[next++]!);
};
// Ahead of the connections, so that none waits for a mail.
await Promise.all(Array.from({ length: 20 }, lane));
const { user, system } = process.cpuUsage(spent);
process.send?.({ ms: performance.now() - since, coreMs: (user + system) / 1000 });
transport.close();
process.disconnect?.();
