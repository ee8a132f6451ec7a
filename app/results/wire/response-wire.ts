import { z } from 'zod';
import { idIn, momentOut } from '#app/platform/wire/cell.ts';

export const ResponseQuery = z.strictObject({
  wave: idIn('wave'),
  format: z.enum(['ndjson', 'csv'], { error: 'Choose ndjson or csv.' }).default('ndjson'),
});

const AnswerOut = z.union([
  z.object({ question: z.string(), score: z.int().min(0).max(10) }),
  z.object({ question: z.string(), choices: z.array(z.string()) }),
  z.object({ question: z.string(), text: z.string() }),
]);
export type AnswerOut = z.infer<typeof AnswerOut>;

/** One line of the stream: what one person of one persona gave back. Nothing stands for all of them. */
export const ResponseOut = z.object({
  persona: z.string(),
  persona_at_invite: z.string().nullable(),
  account: z.string().nullable(),
  wave: z.string(),
  id: z.string().nullable(),
  answered_at: momentOut,
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

/** `buyer.recommend`: scores of two personas never share a column that a spreadsheet could average. */
export function questionColumn(personaId: string, questionKey: string): string {
  return `${personaId}.${questionKey}`;
}

export function toCells(
  response: ResponseOut,
  questionColumns: readonly string[],
): (string | number | null)[] {
  const { answers, ...facts } = response;
  const given = new Map(
    answers.map((answer) => [questionColumn(response.persona, answer.question), toCell(answer)]),
  );
  const cells = { ...facts, scores_compare_only_within_one_persona: 'yes' };
  return [
    ...RESPONSE_COLUMNS.map((column) => cells[column]),
    ...questionColumns.map((column) => given.get(column) ?? null),
  ];
}

function toCell(answer: AnswerOut): string | number {
  if ('score' in answer) return answer.score;
  return 'choices' in answer ? answer.choices.join('; ') : answer.text;
}
