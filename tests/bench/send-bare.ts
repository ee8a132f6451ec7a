import { readFileSync } from 'node:fs';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { RealLetter } from './send.ts';

/**
 * Nodemailer alone, through as many connections: `bare` hands it whole mails, `composing` what they are made of, as most who
 * send with it do. Tells how many ms that took.
 */
const [how = '', file = '', url = '', count = ''] = process.argv.slice(2);
const { bytes, parts } = JSON.parse(readFileSync(file, 'utf8')) as RealLetter;
const { hostname: host, port } = new URL(url);
const transport = nodemailer.createTransport({
  ...{ host, port: Number(port), ignoreTLS: true, pool: true, maxConnections: 5, maxMessages: 100 },
});
const from = 'ask@northwind.example';
const mails = Array.from({ length: Number(count) }, (_, i): SendMailOptions => {
  const to = `p${i}@a.example`;
  return how === 'composing'
    ? { from, to, ...parts }
    : { envelope: { from, to: [to] }, raw: Buffer.from(bytes) };
});
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
