import { type Problem, problemOf } from '#app/platform/wire/problem.ts';
import { toFigureOut } from '../wire/figure-wire.ts';
import { EXPORT_PROBLEMS } from './export-problems.ts';
import { REFUSED_ROWS, type RefusedRows } from './refuse-rows.server.ts';

/** The fact and the reason, as page and API say them. */
export function refusalWords({ kind, title }: RefusedRows): { heading: string; sentence: string } {
  switch (kind) {
    case 'in_confidence':
      return {
        heading: `The answers of ${title} were given in confidence`,
        sentence:
          'That was promised to whoever answered, so nobody is given their answers one by one, whoever asks. Their figures may be had, one persona each.',
      };
    case 'not_closed':
      return {
        heading: `Answers of ${title} still come in`,
        sentence:
          'Nobody must be able to join an answer to a name, and two files made a day apart would tell whose answer came between. Close the wave first. The figures may be had now, one persona each.',
      };
    default:
      return kind satisfies never;
  }
}

/** What may be had is in the refusal already. */
export function explainRefusal(refused: RefusedRows): Problem {
  const { heading, sentence } = refusalWords(refused);
  const instead = { what: 'figures', by_persona: refused.figures.map(toFigureOut) };
  return problemOf(EXPORT_PROBLEMS, REFUSED_ROWS[refused.kind], `${heading}. ${sentence}`, { instead });
}
