import { CHOICES, LANES } from './asked-in-confidence.ts';

/** The file of results as data of the shape that the API has. */
export function csvData(file: string): unknown[] {
  const [header, ...lines] = file.replace('\uFEFF', '').trim().split(/\r?\n/).map(cellsOf);
  const rows = lines.map((cells) => Object.fromEntries(header!.map((name, at) => [name, cells[at] ?? ''])));
  const series = Map.groupBy(rows, ({ persona, question }) => `${persona} ${question}`);
  return [...series.values()].map((own) => {
    const [{ persona, question, score, heard }] = own as [Record<string, string>];
    const [from, to] = heard === '' ? [null, null] : heard!.split(' to ').map(Number);
    const percents = own.filter(({ percent }) => percent !== '');
    return {
      persona: { id: LANES.find((lane) => lane === persona!.toLowerCase().replace('-', '_')) ?? persona },
      question: { key: /q\d/.exec(question!)?.[0] ?? question },
      account: null,
      heard: from,
      heard_to: to ?? from,
      score: score === '' ? null : Number(score!.replace('−', '-')),
      values:
        percents.length === CHOICES.length
          ? percents.map(({ percent }) => ({ share: { share: Number(percent) / 100 } }))
          : null,
    };
  });
}

function cellsOf(line: string): string[] {
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return cells.map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"'));
}
