import { parseArgs } from 'node:util';
import type { Engine } from '#db/migrations/kit.ts';

export const USAGE = `npm run bench                       the hot paths against bare node:http, on SQLite and PostgreSQL
  --people 20000  --waves 4         who is asked, and how often: people x waves links
  --rounds 5  --seconds 3           of each measurement; medians are printed
  --connections 32                  of wrk
npm run bench -- soak               a steady load for long, beside an export and a results page
  --minutes 10  --rate 300          of each: so many pages and so many answers a second
  --answers 1000000                 in the wave that is exported
  --engine sqlite                   or postgres
npm run bench -- page               what a respondent's browser waits for
  --runs 5
npm run bench -- send               messages a second through the ledger against nodemailer alone
  --people 20000  --rounds 5        of each measurement
  --prepared 100000                 in the wave whose preparing is timed
  --slow 10                         ms that the mail server takes for each mail; none unless said
npm run bench:results               pages of results beside a hundred times fewer answers
  --answers 1000000                 of one workspace; the promise is made for 10000000
  --engine sqlite                   or postgres
  --runs 120  --seconds 60          of each page; of the respondents' load, idle and beside the rest
  --profile FOLDER                  with any of them: CPU profiles of the server`;

export interface Options {
  what: 'speed' | 'soak' | 'page' | 'send' | 'results';
  people: number;
  waves: number;
  rounds: number;
  seconds: number;
  connections: number;
  minutes: number;
  rate: number;
  answers: number;
  engine: Engine;
  runs: number;
  prepared: number;
  slow?: number;
  profile: string | undefined;
}

const WHAT = ['speed', 'soak', 'page', 'send', 'results'] as const;

function isWhat(word: string): word is Options['what'] {
  return (WHAT as readonly string[]).includes(word);
}

const text = (fallback?: string) => ({ type: 'string' as const, default: fallback });

/** Null for what cannot be read; the caller says how it is used. */
export function readOptions(args: string[]): Options | null {
  const options = {
    ...{ people: text('20000'), waves: text('4'), rounds: text('5'), seconds: text() },
    ...{ connections: text('32'), minutes: text('10'), rate: text('300'), answers: text('1000000') },
    ...{ engine: text('sqlite'), runs: text(), prepared: text('100000'), slow: text() },
    ...{ profile: text() },
  };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const what = positionals[0] ?? 'speed';
    const { engine, profile, ...counts } = values;
    if (!isWhat(what)) return null;
    const unsaid = what === 'results' ? { runs: 120, seconds: 60 } : { runs: 5, seconds: 3 };
    const said = Object.entries(counts).filter(([, value]) => value !== undefined);
    const numbers = [...Object.entries(unsaid), ...said].map(
      ([name, value]) => [name, Number(value)] as const,
    );
    if (numbers.some(([, value]) => !(value > 0)) || positionals.length > 1) return null;
    if (engine !== 'sqlite' && engine !== 'postgres') return null;
    return {
      ...(Object.fromEntries(numbers) as Omit<Options, 'what' | 'engine' | 'profile'>),
      what,
      engine,
      profile,
    };
  } catch {
    return null;
  }
}
