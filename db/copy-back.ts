import { Worker } from 'node:worker_threads';

/** Starts copying the log of this SQLite file back on a thread of its own; the returned function ends it. */
export function copyBack(path: string): () => Promise<void> {
  const worker = new Worker(new URL('./copy-back-thread.ts', import.meta.url), { workerData: { path } });
  // Without it commits copy back themselves, as they do in every process that has none.
  worker.on('error', () => undefined);
  worker.unref();
  return async () => {
    await worker.terminate();
  };
}
