import { Worker } from 'node:worker_threads';
import { MINUTE } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Ordered, Printed } from './letter-thread.server.ts';
import { type LetterOrder, type PressKeys, type PrintedLetter, printLetter } from './print-letter.server.ts';

/** Fewer than these are made here: to hand them over, or to start the thread, would take longer. */
const MANY = 8;
const IDLE = MINUTE;

interface Waiting {
  order: LetterOrder;
  resolve(letter: PrintedLetter): void;
  reject(fault: unknown): void;
}

/** Makes letters: a few where they are asked for, many on a thread of its own, which ends when it has had nothing to do. */
export class LetterPress {
  readonly #keys: () => PressKeys;
  readonly #underWay = new Map<number, Waiting>();
  #waiting: Waiting[] = [];
  #thread: Worker | undefined;
  #rest: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(keys: () => PressKeys) {
    this.#keys = keys;
  }

  /** Throws as {@link printLetter} does. */
  print(order: LetterOrder): Promise<PrintedLetter> {
    return new Promise((resolve, reject) => {
      // What one claim took is asked for in one turn.
      if (this.#waiting.length === 0) setImmediate(() => this.#begin());
      this.#waiting.push({ order, resolve, reject });
    });
  }

  #begin(): void {
    const all = this.#waiting;
    this.#waiting = [];
    if (all.length < MANY) this.#printHere(all);
    else this.#handOver(all);
  }

  #printHere(all: Iterable<Waiting>): void {
    for (const { order, resolve, reject } of all) printLetter(this.#keys(), order).then(resolve, reject);
  }

  #handOver(all: readonly Waiting[]): void {
    clearTimeout(this.#rest);
    this.#thread ??= this.#start();
    const ordered: Ordered = all.map((one) => {
      this.#lastId += 1;
      this.#underWay.set(this.#lastId, one);
      return { id: this.#lastId, order: one.order };
    });
    // A thread that works keeps the process; one that waits does not.
    this.#thread.ref();
    this.#thread.postMessage(ordered);
  }

  #start(): Worker {
    const url = new URL('./letter-thread.server.ts', import.meta.url);
    const thread = new Worker(url, { workerData: this.#keys() });
    thread.on('message', (printed: Printed) => this.#hear(printed));
    thread.on('error', () => this.#lose(thread));
    thread.on('exit', () => this.#lose(thread));
    return thread;
  }

  #hear(printed: Printed): void {
    const unmade: Waiting[] = [];
    for (const { id, letter } of printed) {
      const waiting = this.#underWay.get(id)!;
      this.#underWay.delete(id);
      if (letter) waiting.resolve(asBuffers(letter));
      else unmade.push(waiting);
    }
    // Here its fault has a class, and says what is to become of the mail.
    this.#printHere(unmade);
    if (this.#underWay.size === 0) this.#restSoon();
  }

  #restSoon(): void {
    this.#thread?.unref();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const thread = this.#thread;
      this.#thread = undefined;
      void thread?.terminate();
    }, IDLE);
    this.#rest.unref();
  }

  /** A thread that ended with letters in hand has let nothing out; they are made here. */
  #lose(thread: Worker): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    const left = [...this.#underWay.values()];
    this.#underWay.clear();
    this.#printHere(left);
  }
}

/** Bytes lose their class on the way between threads. */
function asBuffers({ bytes, sealed, subject }: PrintedLetter): PrintedLetter {
  return { bytes: asBuffer(bytes), sealed: asBuffer(sealed), subject };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const presses = new WeakMap<House['env'], LetterPress>();

/** One for each process, which has one environment. */
export function pressOf({ env }: Pick<House, 'env'>): LetterPress {
  const keys = () => {
    const { appSecret, formerSecrets, dkim } = env;
    return { secrets: { appSecret, formerSecrets }, dkim };
  };
  const press = presses.get(env) ?? new LetterPress(keys);
  presses.set(env, press);
  return press;
}
