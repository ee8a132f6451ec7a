import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../deciding.ts', import.meta.url));

/**
 * Lets a process of its own decide sends, one after the other: each looks at everybody who could be asked. It ends with the
 * process that started it. Throws where it ended without an answer; what it decides is one transaction.
 */
export function createDecider(): <T>(asked: object) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return <T>(asked: object) => {
    const decided = before.then(() => decide<T>(asked));
    before = decided.catch(() => undefined);
    return decided;
  };
}

async function decide<T>(asked: object): Promise<T> {
  const child = fork(PROGRAM, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answered = once(child, 'message');
  const ended = once(child, 'exit');
  child.send(asked);
  const decided = await Promise.race([answered, ended.then(() => null)]);
  if (!decided) throw new Error('The process that decides a send ended without an answer.');
  await ended;
  return decided[0] as T;
}
