import { type Foreign, type ForeignElement, refused, type Taken, taken } from '../foreign.ts';

const MOST_COLUMNS = 7;

const SEVERAL = 'It takes several answers in a row. Ask each row as a question of its own.';

function take(element: ForeignElement, rows: string, columns: string, shuffle: boolean): Taken {
  const across = element.lines(columns);
  if (across.length > MOST_COLUMNS)
    return refused(
      `It has ${across.length} columns, and ${MOST_COLUMNS} fit. Ask each row as a question of its own.`,
    );
  const down = element.lines(rows);
  if (down.length === 0 || across.length === 0) return refused('Its rows or columns are not in the file.');
  return taken({ rows: down, columns: across, shuffle });
}

export const foreign: Foreign = {
  surveyjs(element) {
    if (element.type !== 'matrix') return null;
    if (element.text('cellType') === 'checkbox') return refused(SEVERAL);
    return take(
      element,
      'rows',
      'columns',
      element.text('rowsOrder') === 'random' || element.text('rowOrder') === 'random',
    );
  },
  qualtrics(element) {
    if (!/^Matrix\/(Likert|Profile|Bipolar)$/.test(element.type)) return null;
    if (element.text('SubSelector') === 'MultipleAnswer') return refused(SEVERAL);
    return take(element, 'Choices', 'Answers', element.text('Randomization.Type') === 'All');
  },
  formbricks: (element) =>
    element.type === 'matrix'
      ? take(element, 'rows', 'columns', ['all', 'exceptLast'].includes(element.text('shuffleOption')))
      : null,
};
