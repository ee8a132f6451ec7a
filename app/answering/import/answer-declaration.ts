import { z } from 'zod';
import { ANSWER_TARGET_LABELS, type AnswerTarget } from '#app/audience/import/answer-columns.ts';
import { trimCell } from '#app/audience/import/cell-text.ts';
import { refuseBlankCode } from '#app/audience/import/score-cell.ts';
import { DECLARED_SCALES, DeclaredQuestion, RANGES, VERBAL_REFUSED } from './declared-question.ts';

const text = z.string().trim().default('');

/** The form on which a member says what a file of past answers is; every field as it was typed. */
export const AnswerDeclaration = z.object({
  scale: text,
  concept: text,
  wording: text,
  low: text,
  high: text,
  /** Codes that mean “no answer”, between commas. */
  blanks: text,
  dateOrder: z.union([z.literal(''), z.enum(['day_first', 'month_first'])]).default(''),
  answeredOn: z.union([z.literal(''), z.iso.date({ error: 'Give a day, such as 2024-11-30.' })]).default(''),
  programmeName: text.pipe(
    z.string().min(1, 'Name what these answers belong to, such as “Relationship survey”.').max(80),
  ),
  waveName: text.pipe(z.string().min(1, 'Name the wave, such as “Spring 2024”.').max(80)),
  confidentiality: z.enum(['attributed', 'confidential', 'unlinkable'], {
    error: 'Say what the respondents were promised when they answered.',
  }),
});
export type AnswerDeclaration = z.infer<typeof AnswerDeclaration>;

/** `field` is the name of a form field, `columns`, or `column-3` (from 0). */
export interface DeclarationFault {
  field: string;
  message: string;
}

export type CheckedDeclaration =
  | { kind: 'checked'; question: DeclaredQuestion | null; blanks: string[]; answeredOn: string | null }
  | { kind: 'faults'; faults: DeclarationFault[] };

/** Holds what was declared against the columns chosen. Nothing is filled in for the member. */
export function checkDeclaration(
  declaration: AnswerDeclaration,
  targets: readonly AnswerTarget[],
  today: string,
): CheckedDeclaration {
  const question = readQuestion(declaration, targets.includes('score'));
  const blanks = declaration.blanks
    .split(',')
    .map(trimCell)
    .filter((code) => code !== '');
  const faults = [
    ...columnFaults(targets, declaration),
    ...question.faults,
    ...blankFaults(blanks, question.read),
    ...dayFaults(declaration, targets, today),
  ];
  if (faults.length > 0) return { kind: 'faults', faults };
  const answeredOn = targets.includes('date') ? null : declaration.answeredOn;
  return { kind: 'checked', question: question.read, blanks, answeredOn };
}

type ReadQuestion = { read: DeclaredQuestion | null; faults: DeclarationFault[] };

function readQuestion(declaration: AnswerDeclaration, hasScore: boolean): ReadQuestion {
  if (!hasScore) return { read: null, faults: [] };
  const { scale } = declaration;
  if (scale === 'verbal') return { read: null, faults: [{ field: 'scale', message: VERBAL_REFUSED }] };
  if (!(DECLARED_SCALES as readonly string[]).includes(scale))
    return {
      read: null,
      faults: [{ field: 'scale', message: 'Say which question this was and on what scale.' }],
    };
  const parsed = DeclaredQuestion.safeParse(declaration);
  if (parsed.success) return { read: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  return { read: null, faults };
}

function columnFaults(
  targets: readonly AnswerTarget[],
  { confidentiality }: AnswerDeclaration,
): DeclarationFault[] {
  const faults: DeclarationFault[] = [];
  if (!targets.includes('score') && !targets.includes('verbatim'))
    faults.push({ field: 'columns', message: 'Say which column holds the score, or the comments.' });
  if (!targets.includes('persona'))
    faults.push({
      field: 'columns',
      message: 'Say which column tells in which role they answered. Without one, no answer could be placed.',
    });
  if (confidentiality === 'unlinkable' && targets.includes('email'))
    faults.push({
      field: 'columns',
      message: 'They were promised that nobody can tell who gave which answer: leave the e-mail out.',
    });
  for (const [at, target] of targets.entries()) {
    const first = targets.indexOf(target);
    if (target === 'leave_out' || first === at) continue;
    const message = `“${ANSWER_TARGET_LABELS[target]}” is column ${first + 1} already. Leave one of the two out.`;
    faults.push({ field: `column-${at}`, message });
  }
  return faults;
}

function blankFaults(codes: readonly string[], question: DeclaredQuestion | null): DeclarationFault[] {
  if (!question) return [];
  return codes.flatMap((code) => {
    const refused = refuseBlankCode(code, RANGES[question.scale]);
    return refused ? [{ field: 'blanks', message: refused.sentence }] : [];
  });
}

function dayFaults(
  { answeredOn }: AnswerDeclaration,
  targets: readonly AnswerTarget[],
  today: string,
): DeclarationFault[] {
  if (targets.includes('date')) return [];
  if (answeredOn === '')
    return [{ field: 'answeredOn', message: 'No column holds a date: say when this was answered.' }];
  return answeredOn > today ? [{ field: 'answeredOn', message: 'This day is still to come.' }] : [];
}
