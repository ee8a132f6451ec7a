import { CHOICES, LANES, QUIET_LANES } from './asked-in-confidence.ts';

/** The rows of a file of figures, of groups or of lines, as data of the shape that the API has. */
export function csvData(file: string): unknown[] {
  return figuresIn(file.replace('\uFEFF', '').trim().split(/\r?\n/).map(cellsOf));
}

/** The same of cells, the heading first. */
export function figuresIn([header, ...lines]: readonly (readonly string[])[]): unknown[] {
  if (!header?.includes('persona')) return [];
  const rows = lines.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
  const series = Map.groupBy(rows, ({ persona, wave, question, group }) =>
    [persona, wave, question, group].join('|'),
  );
  return [...series.values()].flatMap(figureIn);
}

function figureIn(rows: readonly Record<string, string>[]): unknown[] {
  const [{ persona, wave, question = '', score = '', heard = '', group = null }] = rows as [
    Record<string, string>,
  ];
  // The line of all personas may say nothing of how many answered; where it does, nothing explains it.
  if (persona === 'All personas' && heard === '') return [];
  const percents = rows.filter(({ percent = '' }) => percent !== '');
  const figure = {
    persona: { id: laneNamed(persona!) },
    wave: { name: wave },
    question: { key: /q\d/.exec(question)?.[0] ?? 'q1' },
    account: null,
    ...peopleIn(heard),
    score: persona === 'All personas' ? Number(heard) : scoreIn(score),
    values:
      percents.length === CHOICES.length
        ? percents.map(({ percent }) => ({ share: { share: Number(percent) / 100 } }))
        : null,
  };
  return [group === null ? figure : { kind: 'shown', group, figure }];
}

/** The persona that a file names, in the singular or the plural. */
export function laneNamed(name: string): string {
  const id = name.toLowerCase().replace('-', '_').replace(/s$/, '');
  return [...LANES, ...QUIET_LANES].find((lane) => lane === id) ?? name;
}

/** "10 to 19", "41"; nothing where it is not told. */
export function peopleIn(told: string): { heard: number | null; heard_to: number | null } {
  const [, from, to] = /^(\d+)(?: to (\d+))?$/.exec(told) ?? [];
  return { heard: from ? Number(from) : null, heard_to: from ? Number(to ?? from) : null };
}

/** "+12", "−3"; null where there is none. */
export function scoreIn(told: string): number | null {
  return /^[+−-]?\d+$/.test(told) ? Number(told.replace('−', '-')) : null;
}

function cellsOf(line: string): string[] {
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return cells.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"'));
}
