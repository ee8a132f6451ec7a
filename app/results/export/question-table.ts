import type { Table, TableColumn } from './table.ts';

const COLUMNS: readonly TableColumn[] = [
  { key: 'column', label: 'Column', kind: 'text' },
  { key: 'question', label: 'Question as it was asked', kind: 'text' },
  { key: 'kind', label: 'What stands in it', kind: 'text' },
  { key: 'choice', label: 'Key of a choice', kind: 'text' },
  { key: 'choice_label', label: 'Choice as it was shown', kind: 'text' },
];

const KINDS = {
  text: 'text',
  whole: 'whole number',
  number: 'number',
  day: 'day',
  moment: 'moment',
  several: 'keys, separated by semicolons',
} as const satisfies Record<TableColumn['kind'], string>;

/** What each column of answers means: a line for it, and for each of its choices. */
export function questionTable(questions: readonly TableColumn[]): Table {
  const rows = questions.flatMap(({ key, label, kind, words = [] }) => {
    const about = [key, label, KINDS[kind]];
    if (words.length === 0) return [[...about, null, null]];
    return words.map((word) => [...about, word.key, word.label]);
  });
  return { columns: COLUMNS, rows };
}
