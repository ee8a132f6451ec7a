import { createServer } from 'node:http';
import BetterSqlite3 from 'better-sqlite3';

/** The baseline: Node's own server, a fixed page, and one raw durable insert per POST. */
const [port, file] = [Number(process.argv[2]), process.argv[3]!];
const page = Buffer.from('x'.repeat(3000));
const database = new BetterSqlite3(file);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('create table submit (id integer primary key, body text not null, at integer not null) strict');
const insert = database.prepare('insert into submit (body, at) values (?, ?)');

createServer((req, res) => {
  if (req.method !== 'POST') return res.end(page);
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    insert.run(Buffer.concat(chunks).toString(), Date.now());
    res.statusCode = 303;
    res.end();
  });
  return undefined;
}).listen(port, '127.0.0.1', () => process.stdout.write('listening\n'));
