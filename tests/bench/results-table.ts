import type { Engine } from '#db/migrations/kit.ts';
import type { Page } from './results.ts';
import type { BesideReport } from './soak-beside.ts';
import { percentile } from './table.ts';

/** Milliseconds. */
export interface Timed {
  page: Page;
  large: number[];
  small: number[];
}

export interface Respondents {
  idle: number[];
  loaded: number[];
  beside: BesideReport;
}

export interface Results {
  engine: Engine;
  answers: number;
  smaller: number;
  pages: readonly Timed[];
  respondents: Respondents;
}

/** How many times its idle time a respondent's page may take while results are read and exported. */
const BESIDE = 1.5;

interface Line {
  what: string;
  p50: number;
  p95: number;
  against: number;
  ratio: number;
  wanted: string;
  holds: boolean;
}

/** Prints a table and one line of JSON; the exit code says whether every bound holds. */
export function printResults({ engine, answers, smaller, pages, respondents }: Results): void {
  const lines = [...pages.map(toLine), respondentsLine(respondents)];
  console.log(`\n${answers} answers on ${engine}, against a ${smaller}th of them in turns; ms.\n`);
  console.log('| what | p50 | p95 | p95 against | ratio of p95 | wanted | |\n|---|---|---|---|---|---|---|');
  for (const { what, p50, p95, against, ratio, wanted, holds } of lines) {
    const numbers = [p50, p95, against].map((ms) => ms.toFixed(1)).join(' | ');
    console.log(`| ${what} | ${numbers} | ${ratio.toFixed(2)} | ${wanted} | ${holds ? 'holds' : 'FAILS'} |`);
  }
  const { exports, pages: read, faults } = respondents.beside;
  console.log(
    `beside: ${exports.length} whole exports, ${read.length} results pages, ${faults.length} faults`,
  );
  for (const fault of faults) console.log(fault);
  console.log(JSON.stringify({ bench: 'results', engine, answers, lines, exports }));
  if (faults.length > 0 || lines.some(({ holds }) => !holds)) process.exitCode = 1;
}

function toLine({ page, large, small }: Timed): Line {
  const [p95, against] = [at(large, 0.95), at(small, 0.95)];
  const isUnder = p95 < page.under;
  const [ratio, isAlike] = [p95 / against, page.ratio === null || p95 / against <= page.ratio];
  const wanted = `under ${page.under} ms${page.ratio === null ? '' : `, ratio up to ${page.ratio}`}`;
  return { what: page.name, p50: at(large, 0.5), p95, against, ratio, wanted, holds: isUnder && isAlike };
}

function respondentsLine({ idle, loaded }: Respondents): Line {
  const [p95, against] = [at(loaded, 0.95), at(idle, 0.95)];
  const ratio = p95 / against;
  return {
    ...{ what: 'respondent’s page beside an export', p50: at(loaded, 0.5), p95, against, ratio },
    ...{ wanted: `ratio up to ${BESIDE} of idle`, holds: ratio <= BESIDE },
  };
}

function at(times: readonly number[], share: number): number {
  return percentile(
    times.toSorted((a, b) => a - b),
    share,
  );
}
