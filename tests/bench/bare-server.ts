import { createServer } from 'node:http';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';

/**
 * The baseline: Node's own server. A GET answers a fixed body; a POST is read, checked by Zod and kept as one row. All that
 * one turn of the event loop brings shares one durable commit, and each is answered after it.
 */
const [port, file, bytes] = [Number(process.argv[2]), process.argv[3]!, Number(process.argv[4])];
const page = Buffer.from('x'.repeat(bytes));

const database = new BetterSqlite3(file);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('create table submit (id integer primary key, body text not null, at integer not null) strict');
const insert = database.prepare('insert into submit (body, at) values (?, ?)');
const [begin, commit] = [database.prepare('begin immediate'), database.prepare('commit')];

const Sent = z.object({
  submit_id: z.string().regex(/^[\w-]{1,64}$/),
  q1: z.coerce.number().int().min(0).max(10),
});
type Sent = z.infer<typeof Sent>;

let waiting: { sent: Sent; keep: () => void }[] = [];

function keep(sent: Sent): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.length === 0) setImmediate(commitAll);
    waiting.push({ sent, keep: resolve });
  });
}

function commitAll(): void {
  const batch = waiting;
  waiting = [];
  begin.run();
  for (const { sent } of batch) insert.run(JSON.stringify(sent), Date.now());
  commit.run();
  for (const one of batch) one.keep();
}

createServer((req, res) => {
  if (req.method !== 'POST') {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(page);
    return;
  }
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', async () => {
    const sent = Sent.safeParse(Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())));
    if (sent.success) await keep(sent.data);
    res.statusCode = sent.success ? 303 : 422;
    if (sent.success) res.setHeader('location', req.url ?? '/');
    res.end();
  });
}).listen(port, '127.0.0.1', () => process.stdout.write('listening\n'));

process.on('SIGTERM', () => process.exit(0));
