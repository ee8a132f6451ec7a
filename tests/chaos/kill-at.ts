import { Socket } from 'node:net';
import Database from 'better-sqlite3';

/**
 * Loaded ahead of a sender: ends the process at the N-th of what it does to the outside. Counted are a commit, before it and
 * once the database has confirmed it; and at the mail server's line each piece written, before it and once the system has
 * it, and each piece that comes back, before the sender sees it. `KILL_AT` is N, `KILL_PORT` the mail server's.
 */
const at = Number(process.env.KILL_AT);
const mailPort = Number(process.env.KILL_PORT);
let done = 0;

function step(): void {
  done += 1;
  if (done === at) process.kill(process.pid, 'SIGKILL');
}

/** What a method does is a step of its own between two others, where it concerns us. */
function around(owner: object, name: string, concerns: (self: never, args: unknown[]) => boolean): void {
  const plain = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
  Reflect.set(owner, name, function (this: never, ...args: unknown[]) {
    if (!concerns(this, args)) return plain.apply(this, args);
    step();
    const outcome = plain.apply(this, args);
    step();
    return outcome;
  });
}

function before(owner: object, name: string, concerns: (self: never, args: unknown[]) => boolean): void {
  const plain = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
  Reflect.set(owner, name, function (this: never, ...args: unknown[]) {
    if (concerns(this, args)) step();
    return plain.apply(this, args);
  });
}

const probe = new Database(':memory:');
const statements = Object.getPrototypeOf(probe.prepare('select 1')) as object;
around(statements, 'run', ({ source }: { source: string }) => /^commit/i.test(source));
probe.close();

const isMail = (socket: Socket) => socket.remotePort === mailPort;
/** Sockets of PostgreSQL whose commit has not been confirmed. */
const committing = new WeakSet<Socket>();
const holdsCommit = (bytes: unknown) => Buffer.isBuffer(bytes) && bytes.includes('commit');

for (const name of ['_write', '_writev'])
  around(Socket.prototype, name, (socket: Socket, [given]) => {
    if (isMail(socket)) return true;
    const pieces = name === '_writev' ? (given as { chunk: unknown }[]).map(({ chunk }) => chunk) : [given];
    const isCommit = pieces.some(holdsCommit);
    if (isCommit) committing.add(socket);
    return isCommit;
  });
before(Socket.prototype, 'push', (socket: Socket, [bytes]) => {
  if (bytes === null) return false;
  return isMail(socket) || committing.delete(socket);
});
