import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * A process of its own, so that reading a large file does not slow the paced client: fetches an export and a results page
 * over and over until it is told to stop, then reports. `node soak-beside.ts <file with a Beside as JSON>`.
 */
export interface Beside {
  origin: string;
  exportPath: string;
  apiKey: string;
  pagePath: string;
  cookie: string;
}

export interface BesideReport {
  exports: { lines: number; bytes: number; seconds: number }[];
  /** Milliseconds. */
  pages: number[];
  faults: string[];
}

const PAGE_EVERY = 500;
/** A server that refuses is not asked for ever. */
const MOST_FAULTS = 20;

const beside: Beside = JSON.parse(await readFile(process.argv[2]!, 'utf8'));
const report: BesideReport = { exports: [], pages: [], faults: [] };
const stopping = new AbortController();
const { signal } = stopping;
const toldToStop = new Promise<void>((resolve) => {
  process.once('message', () => {
    stopping.abort();
    resolve();
  });
});

async function exportOnce(): Promise<void> {
  const start = performance.now();
  const headers = { authorization: `Bearer ${beside.apiKey}` };
  const answer = await fetch(beside.origin + beside.exportPath, { headers, signal });
  if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`);
  let [lines, bytes] = [0, 0];
  for await (const chunk of Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream)) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  report.exports.push({ lines, bytes, seconds: (performance.now() - start) / 1000 });
}

async function pageOnce(): Promise<void> {
  const start = performance.now();
  const page = await fetch(beside.origin + beside.pagePath, { headers: { cookie: beside.cookie }, signal });
  await page.text();
  if (!page.ok) throw new Error(`the results page answered ${page.status}`);
  report.pages.push(performance.now() - start);
  await wait(PAGE_EVERY, undefined, { signal });
}

async function again(once: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    try {
      await once();
    } catch (fault) {
      if (!signal.aborted) report.faults.push(String(fault));
      if (report.faults.length > MOST_FAULTS) return;
    }
  }
}

await Promise.all([again(exportOnce), again(pageOnce), toldToStop]);
process.send?.(report, () => process.disconnect());
