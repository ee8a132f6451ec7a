import type { Options } from './options.ts';
import type { Heard } from './respondents.ts';
import type { BesideReport } from './soak-beside.ts';
import { median, percentile } from './table.ts';
import type { LoopReport } from './watch-loop.ts';

export interface Seen {
  options: Options;
  heard: Heard;
  beside: BesideReport;
  /** Bytes in memory, looked at every ten seconds. */
  resident: number[];
  loop: LoopReport[];
  /** Acknowledged submits that are in the database. */
  kept: number;
}

const LATEST = 150;
const FLAT = 0.1;
const MB = 1024 * 1024;

/** Prints what was seen; the exit code says whether it is what the guarantee promises. */
export function printSoak({ options, heard, beside, resident, loop, kept }: Seen): void {
  const { rate, minutes, engine } = options;
  console.log(
    `\n${rate} pages/s and ${rate} submits/s for ${minutes} minutes on ${engine}, from the moment each was due.\n`,
  );
  console.log('| ms | count | p50 | p95 | p99 | longest |\n|---|---|---|---|---|---|');
  const p95 = { page: line('page', heard.pages), submit: line('submit', heard.submits) };
  line('results page beside', beside.pages);
  line(
    'event loop late, longest of each 5 s',
    loop.map(({ late }) => late.longest),
  );
  line(
    'its own work at a stretch, p99 of each 5 s',
    loop.map(({ worked }) => worked.p99),
  );
  line(
    'its own work at a stretch, longest of each 5 s',
    loop.map(({ worked }) => worked.longest),
  );
  printExports(beside);
  console.log(`client late by ${heard.clientLate.toFixed(0)} ms at most`);
  console.log(`in memory, MB: ${resident.map((bytes) => (bytes / MB).toFixed(0)).join(' ')}`);
  judge({
    'nothing but what was asked for': heard.faults.size === 0 && beside.faults.length === 0,
    [`acknowledged ${heard.acknowledged.length}, kept ${kept}`]: kept === heard.acknowledged.length,
    [`p95 of pages under ${LATEST} ms`]: p95.page < LATEST,
    [`p95 of submits under ${LATEST} ms`]: p95.submit < LATEST,
    [`memory flat: ${growth(resident).toFixed(3)} of the middle third`]:
      Math.abs(growth(resident) - 1) <= FLAT,
  });
  for (const [fault, times] of heard.faults) console.log(`${times} x ${fault}`);
  for (const fault of beside.faults) console.log(fault);
}

function printExports({ exports }: BesideReport): void {
  const [first] = exports;
  if (!first) {
    console.log('no export came to its end');
    return;
  }
  const seconds = median(exports.map((one) => one.seconds)).toFixed(1);
  const size = `${first.lines - 1} lines, ${(first.bytes / MB).toFixed(0)} MB`;
  console.log(`${exports.length} exports of ${size} in ${seconds} s (median)`);
}

function line(what: string, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => percentile(sorted, share);
  const cells = [at(0.5), at(0.95), at(0.99), sorted.at(-1) ?? Number.NaN].map((ms) => ms.toFixed(1));
  console.log(`| ${what} | ${times.length} | ${cells.join(' | ')} |`);
  return at(0.95);
}

/** Memory in the last third of the time over memory in the middle third. */
function growth(resident: readonly number[]): number {
  const third = Math.floor(resident.length / 3);
  return median(resident.slice(-third)) / median(resident.slice(third, resident.length - third));
}

function judge(claims: Record<string, boolean>): void {
  for (const [claim, holds] of Object.entries(claims)) console.log(`${holds ? 'holds' : 'FAILS'}: ${claim}`);
  if (Object.values(claims).includes(false)) process.exitCode = 1;
}
