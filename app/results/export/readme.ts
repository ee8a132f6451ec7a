import type { ExportWhat } from './export-job.ts';
import { WITHIN_ONE_PERSONA } from './row-facts.ts';
import type { Table } from './table.ts';

interface About {
  what: ExportWhat;
  /** "Spring, Renewals" */
  title: string;
  /** ISO day. */
  madeOn: string;
  unlinkable: boolean;
  /** Names of personas of whom too few answered. */
  withheld: readonly string[];
  unplaced: number;
}

/** What a reader must know, a sentence a line. */
export function readmeLines({ what, title, madeOn, unlinkable, withheld, unplaced }: About): string[] {
  return [
    `Rolecall: ${what === 'rows' ? 'answers' : 'figures'} of ${title}, made on ${madeOn} (UTC).`,
    WITHIN_ONE_PERSONA,
    what === 'rows'
      ? 'Each line is one response of one persona. No line stands for several, and each persona has columns of its own.'
      : 'Each figure is of one persona. What would be one over several is “not defined across personas”.',
    ...(what === 'rows' ? ROWS : []),
    ...(unlinkable
      ? [
          'Nobody can join these answers to a name: no account, no person and no hour is in them, nor words or numbers of people’s own, and their order tells nothing.',
        ]
      : []),
    ...(withheld.length > 0
      ? [`Not in it: ${withheld.join(', ')}. Too few of them answered for a line each.`]
      : []),
    ...(unplaced > 0
      ? [`Answers without a confirmed role, in a file of their own and in no figure: ${unplaced}.`]
      : []),
  ];
}

const ROWS = [
  'Column names are stable keys; the list of questions says what each was in words. “~2” marks a question that was asked again in other words.',
  'Several choices in one cell are separated by a semicolon and a blank. “declined” means that they preferred not to say.',
];

export function proseTable(lines: readonly string[]): Table {
  return { columns: [{ key: 'readme', label: 'Read me', kind: 'text' }], rows: lines.map((line) => [line]) };
}
