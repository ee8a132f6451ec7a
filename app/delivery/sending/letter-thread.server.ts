import { parentPort, workerData } from 'node:worker_threads';
import { type LetterOrder, type PressKeys, type PrintedLetter, printLetter } from './print-letter.server.ts';

/** Orders and what became of them, by number. */
export type Ordered = readonly { id: number; order: LetterOrder }[];
/** `letter` is null for one that could not be made here. */
export type Printed = { id: number; letter: PrintedLetter | null }[];

/** So many go back together: those who send need not wait for the last of many. */
const PORTION = 8;

/** The thread that letters are made on while others are served: tags, signatures and seals take a core of their own. */
parentPort?.on('message', async (ordered: Ordered) => {
  for (let from = 0; from < ordered.length; from += PORTION) {
    const printed: Printed = [];
    for (const { id, order } of ordered.slice(from, from + PORTION)) {
      const letter = await printLetter(workerData as PressKeys, order).catch(() => null);
      printed.push({ id, letter });
    }
    parentPort?.postMessage(printed);
  }
});
