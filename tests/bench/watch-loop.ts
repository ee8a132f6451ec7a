import { createHistogram } from 'node:perf_hooks';

/**
 * Loaded ahead of the server: tells the process that started it, every few seconds, how late the turns of its event loop
 * were. Where other programs share the processor a turn is late without anybody's fault, so the work that it did is told apart.
 */
export interface LoopReport {
  /** Milliseconds by which turns were late. */
  late: { p99: number; longest: number };
  /** Milliseconds of processor time that the main thread spent between two looks, ten apart. */
  worked: { p99: number; longest: number };
}

const EVERY = 10;
const REPORTED = 5000;
/** A histogram counts whole numbers from 1: hundredths of a millisecond. */
const FINE = 100;

const late = createHistogram();
const worked = createHistogram();
let [lastLook, lastWork] = [performance.now(), threadTime()];

/** Milliseconds. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function look(): void {
  const [now, work] = [performance.now(), threadTime()];
  late.record(Math.max(1, Math.round((now - lastLook - EVERY) * FINE)));
  worked.record(Math.max(1, Math.round((work - lastWork) * FINE)));
  [lastLook, lastWork] = [now, work];
}

function report(): void {
  const of = (seen: typeof late) => ({ p99: seen.percentile(99) / FINE, longest: seen.max / FINE });
  process.send?.({ late: of(late), worked: of(worked) } satisfies LoopReport);
  late.reset();
  worked.reset();
}

setInterval(look, EVERY).unref();
setInterval(report, REPORTED).unref();
