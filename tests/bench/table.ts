import type { DeskPages } from './desk-pages.ts';
import { isPinning } from './processes.ts';
import type { Measured } from './wrk.ts';

/** Who is measured: the baseline, and the product on either database. */
export type Name = 'bare' | 'sqlite' | 'postgres';
export type Rounds = Record<'page' | 'submit', Record<Name, Measured[]>>;

/** What a side must hold against the other, and what it aims at. */
const GOALS = { ofBare: 0.3, aim: 0.6, ofSqlite: 0.5 } as const;

/** Cores that others may use before the figures tell more of them than of the server. */
const QUIET = 0.1;

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The nearest value that this share of all values does not pass. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function printMeasures(rounds: Rounds): void {
  const pinning = isPinning ? 'server on core 0, wrk on core 1' : 'server and wrk share all cores';
  console.log(`\nMedians of ${rounds.page.bare.length} rounds in turn; ${pinning}.\n`);
  const all = [rounds.page, rounds.submit].flatMap((sides) => Object.values(sides).flat());
  const others = median(all.map((one) => one.others));
  if (others > QUIET)
    console.log(
      `Others kept ${others.toFixed(1)} cores busy: lean on no figure; those by CPU are least wrong.\n`,
    );
  console.log(
    '| what | on | req/s | rounds | core busy | CPU us/request | of it database | p50 ms | p99 ms |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const [kind, sides] of Object.entries(rounds))
    for (const [name, measured] of Object.entries(sides)) console.log(measureLine(kind, name, measured));
  printRatios(rounds);
}

function measureLine(kind: string, name: string, rounds: readonly Measured[]): string {
  const middle = (of: (one: Measured) => number) => median(rounds.map(of));
  const database = middle(({ cpu }) => cpu.database);
  const cells = [
    ...[kind, name, middle(({ perSecond }) => perSecond).toFixed(0)],
    rounds.map(({ perSecond }) => perSecond.toFixed(0)).join(' '),
    `${(100 * middle(({ busy }) => busy)).toFixed(0)} %`,
    (middle(({ cpu }) => cpu.server) + database).toFixed(1),
    database.toFixed(1),
    middle(({ p50 }) => p50).toFixed(2),
    middle(({ p99 }) => p99).toFixed(2),
  ];
  return `| ${cells.join(' | ')} |`;
}

function printRatios(rounds: Rounds): void {
  console.log(
    '\n| ratio, the median of those of each round | by req/s | by CPU | wanted |\n|---|---|---|---|',
  );
  for (const kind of ['page', 'submit'] as const) {
    const { bare, sqlite, postgres } = rounds[kind];
    const row = (what: string, own: Measured[], base: Measured[], wanted: string) =>
      console.log(`| ${kind}, ${what} | ${ratio(own, base)} | ${cpuRatio(own, base)} | ${wanted} |`);
    row('SQLite of bare', sqlite, bare, `${GOALS.ofBare}, aim ${GOALS.aim}`);
    row('PostgreSQL of bare', postgres, bare, '');
    row('PostgreSQL of SQLite', postgres, sqlite, String(GOALS.ofSqlite));
  }
}

/** Of each round by itself: a machine changes its speed between rounds more than within one. */
function ratio(own: readonly Measured[], base: readonly Measured[]): string {
  return median(own.map(({ perSecond }, at) => perSecond / base[at]!.perSecond)).toFixed(3);
}

/** What the same core would give: other work on the machine, and a load that cannot keep up, change this least. */
function cpuRatio(own: readonly Measured[], base: readonly Measured[]): string {
  return median(own.map(({ cpu }, at) => base[at]!.cpu.server / cpu.server)).toFixed(3);
}

export interface Others {
  people: number;
  bareRows: number;
  imports: { name: string; rows: number }[];
  pages: ({ name: string } & DeskPages)[];
}

export function printOthers({ people, bareRows, imports, pages }: Others): void {
  console.log('\n| what | ours | against | ratio | against is |\n|---|---|---|---|---|');
  for (const { name, rows } of imports)
    console.log(
      `| import of ${people} people on ${name}, rows/s | ${rows.toFixed(0)} | ${bareRows.toFixed(0)} | ${(rows / bareRows).toFixed(3)} | bare better-sqlite3, 200 rows a transaction, FULL |`,
    );
  for (const { name, overview, results, healthz } of pages)
    for (const [page, ms] of Object.entries({ overview, results }))
      console.log(
        `| ${page} on ${name}, ms | ${ms.toFixed(1)} | ${healthz.toFixed(1)} | ${(ms / healthz).toFixed(1)} x | /healthz of the same server |`,
      );
}
