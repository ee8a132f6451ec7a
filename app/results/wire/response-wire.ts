import { z } from 'zod';
import { idIn, momentOut } from '#app/platform/wire/cell.ts';

export const ResponseQuery = z.strictObject({
  wave: idIn('wave'),
  format: z.enum(['ndjson', 'csv'], { error: 'Choose ndjson or csv.' }).default('ndjson'),
});

const question = z.string();

/** One answer, as its kind of question is answered. */
const AnswerOut = z.union([
  z.object({ question, score: z.int().min(0).max(10) }),
  z.object({
    question,
    choices: z
      .array(z.string())
      .meta({ description: 'Keys of what was chosen; “_other” is the choice with room to write.' }),
    text: z.string().optional().meta({ description: 'What was written beside “_other”.' }),
  }),
  z.object({ question, value: z.union([z.number(), z.iso.date()]) }),
  z.object({
    question,
    cells: z
      .record(z.string(), z.union([z.string(), z.int()]))
      .meta({ description: 'By row: the key of the column chosen, or the place given in an order.' }),
  }),
  z.object({ question, text: z.string() }),
  z.object({ question, declined: z.literal(true).meta({ description: 'They preferred not to say.' }) }),
]);
export type AnswerOut = z.infer<typeof AnswerOut>;

/** One line of the stream: what one person of one persona gave back. Nothing stands for all of them. */
export const ResponseOut = z.object({
  persona: z.string(),
  persona_at_invite: z.string().nullable(),
  account: z.string().nullable(),
  wave: z.string(),
  id: z.string().nullable(),
  answered_at: momentOut.nullable().meta({ description: 'Null where answers were given in confidence.' }),
  account_name: z.string().nullable(),
  person: z.string().nullable(),
  person_name: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string().nullable(),
  answers: z.array(AnswerOut),
});
export type ResponseOut = z.infer<typeof ResponseOut>;

/** The columns that every file begins with; a column per persona and question follows. */
export const RESPONSE_COLUMNS = [
  'persona',
  'persona_at_invite',
  'account',
  'wave',
  'id',
  'answered_at',
  'account_name',
  'person',
  'person_name',
  'email',
  'language',
  'scores_compare_only_within_one_persona',
] as const;

/** A column of one persona's answers to one question, or to a part of it. */
export interface QuestionColumn {
  persona: string;
  question: string;
  /** Empty for the question itself; a row of a grid, or `other`. */
  suffix: string;
  /** Holds what was written beside a choice, so nothing where the question was declined. */
  beside: boolean;
}

/** `buyer.recommend`, `buyer.q5.r1`: scores of two personas never share a column that a spreadsheet could average. */
export function columnName({ persona, question, suffix }: QuestionColumn): string {
  return [persona, question, ...(suffix ? [suffix] : [])].join('.');
}

export function toCells(
  response: ResponseOut,
  questionColumns: readonly QuestionColumn[],
): (string | number | null)[] {
  const { answers, ...facts } = response;
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  const cells = { ...facts, scores_compare_only_within_one_persona: 'yes' };
  return [
    ...RESPONSE_COLUMNS.map((column) => cells[column]),
    ...questionColumns.map((column) => {
      const answer = column.persona === response.persona ? given.get(column.question) : undefined;
      return answer ? cellAt(answer, column) : null;
    }),
  ];
}

function cellAt(answer: AnswerOut, { suffix, beside }: QuestionColumn): string | number | null {
  if ('declined' in answer) return beside ? null : 'declined';
  if ('cells' in answer) return answer.cells[suffix] ?? null;
  if (beside) return ('text' in answer ? answer.text : null) ?? null;
  if ('score' in answer) return answer.score;
  if ('value' in answer) return answer.value;
  return 'choices' in answer ? answer.choices.join('; ') : answer.text;
}
