import { suggestPersonaForWord } from '#app/audience/import/role-words.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import {
  countUnplacedAnswers,
  listUnplacedRows,
  listUnplacedWords,
  type UnplacedWord,
} from './unplaced.store.server.ts';
import type { UnplacedAnswer } from './unplaced-answer.ts';

export interface UnplacedPage {
  /** All answers of the workspace without a persona, and those that the search finds. */
  total: number;
  found: number;
  answers: (UnplacedAnswer & { waveName: string })[];
  /** Distinct words to decide, with what speaks for one meaning. */
  words: (UnplacedWord & { hint: string })[];
  personas: Persona[];
  /** The answer to go on after, when there are more. */
  moreAfter: { importId: string; line: number } | null;
}

const SHOWN = 50;
const WORDS_SHOWN = 30;

/** Answers that came in without a confirmed role: kept, readable, in no statistic until a person places them. */
export async function listUnplaced(
  db: Db,
  workspace: Workspace,
  input: { search: string; after: { importId: string; line: number } | null },
): Promise<UnplacedPage> {
  const filter = { search: input.search.trim().toLowerCase() };
  const rows = await listUnplacedRows(db, workspace, filter, { after: input.after, limit: SHOWN + 1 });
  const answers = rows.slice(0, SHOWN);
  const last = answers.at(-1);
  const words = await listUnplacedWords(db, workspace, WORDS_SHOWN);
  return {
    total: await countUnplacedAnswers(db, workspace, { search: '' }),
    found: await countUnplacedAnswers(db, workspace, filter),
    answers,
    words: words.map((word) => ({ ...word, hint: suggestPersonaForWord(word.word).reason })),
    personas: (await listPersonas(db, workspace)).filter(({ closedAt }) => closedAt === null),
    moreAfter: rows.length > SHOWN && last ? { importId: last.importId, line: last.line } : null,
  };
}
