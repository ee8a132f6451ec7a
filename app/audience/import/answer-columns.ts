import {
  type ColumnSuggestion,
  headerKey,
  indexHeaders,
  matchColumns,
  type UsualHeaders,
} from './column-match.ts';

/** Everything a column of past answers can be. A score needs a persona column beside it to be counted. */
export const ANSWER_TARGETS = [
  'persona',
  'score',
  'date',
  'account',
  'verbatim',
  'email',
  'language',
  'leave_out',
] as const;
export type AnswerTarget = (typeof ANSWER_TARGETS)[number];

export const ANSWER_TARGET_LABELS = {
  persona: 'Persona who answered',
  score: 'Score, one question',
  date: 'Date of the answer',
  account: 'Account: name',
  verbatim: 'Verbatim',
  email: 'Person: e-mail',
  language: 'Language of the answer',
  leave_out: 'Leave out',
} as const satisfies Record<AnswerTarget, string>;

const SCORE_NOTE = 'Say below which question this was and on what scale';

/** Where each column of a file of past answers probably goes; `remembered` holds what was chosen before, by `headerKey`. */
export function suggestAnswerTargets(
  headers: readonly string[],
  remembered: ReadonlyMap<string, AnswerTarget>,
): ColumnSuggestion<AnswerTarget>[] {
  const usual = new Map(USUAL);
  for (const key of headers.map(headerKey)) {
    if (asksToRecommend(key) && !usual.has(key)) usual.set(key, { target: 'score', rank: -1 });
  }
  return matchColumns(headers, remembered, usual).map((column) =>
    column.target === 'score' ? { ...column, note: SCORE_NOTE } : column,
  );
}

/** The recommend question as a survey tool puts its whole wording into the header. */
function asksToRecommend(key: string): boolean {
  if (key.includes('howlikely') && key.includes('recommend')) return true;
  return (
    (key.includes('wiewahrscheinlich') && key.includes('empfehlen')) ||
    (key.includes('probabilite') && key.includes('recommand')) ||
    (key.includes('probable') && key.includes('recomend'))
  );
}

type Named = Exclude<AnswerTarget, 'leave_out'>;

const USUAL_HEADERS: UsualHeaders<Named> = {
  persona: `
    Persona | Answered as | Respondent persona | Respondent role | Contact Role | Buying Role |
    hs_buying_role | Role | Role in deal | Rolle | Kontaktrolle | Rôle | Rol
  `,
  score: `
    Score | NPS | NPS Score | NPS Rating | Likelihood to recommend | LTR | Rating | Last NPS |
    Last NPS survey rating | NPS Value | Weiterempfehlung | Bewertung | Puntuación | Puntuación NPS
  `,
  date: `
    Date | Answered at | Answered on | Response Date | Responded at | Submitted at | Submit Date |
    Submission Date | Completed at | Completed | End Date | EndDate | RecordedDate | Recorded Date |
    Timestamp | Created at | Last NPS survey date | Datum | Antwortdatum | Beantwortet am |
    Date de réponse | Fecha | Fecha de respuesta
  `,
  account: `
    Account | Account Name | Company | Company Name | Associated Company | Organization | Organisation |
    Organization - Name | Firma | Unternehmen | Entreprise | Société | Empresa
  `,
  verbatim: `
    Verbatim | Comment | Comments | Feedback | Why | Reason | Reason for score | Open text | Free text |
    Open-ended response | Last NPS survey comment | Kommentar | Begründung | Freitext | Commentaire |
    Commentaires | Comentario | Comentarios
  `,
  email: `
    Email | E-mail | Email Address | Work Email | Respondent email | Recipient email | RecipientEmail |
    Contact Email | E-Mail-Adresse | Adresse e-mail | Courriel | Correo electrónico
  `,
  language: 'Language | Response language | UserLanguage | User Language | Sprache | Langue | Idioma',
};

const USUAL = indexHeaders<Named>(USUAL_HEADERS);
