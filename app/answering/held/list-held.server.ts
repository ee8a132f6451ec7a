import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { QuestionSet } from '#app/survey/question.ts';
import { readGivenForm, readSigns, sayHeld } from './held.ts';
import {
  countHeldRows,
  type HeldFilter,
  type HeldListRow,
  listHeldForms,
  listHeldRows,
  listHeldWaves,
} from './held-list.store.server.ts';
import { type Hint, hintPeople } from './hint-people.server.ts';
import { type SaidAnswer, sayGiven } from './say-given.ts';

/** A held response as a member may see it. In confidence: who and what was answered stay out of it. */
export interface HeldLine
  extends Omit<HeldListRow, 'evidence' | 'personName' | 'saidName' | 'saidEmail' | 'surveyVersionId'> {
  why: string;
  /** Whom the invitation asks, or what they say their name and address are. */
  name: string | null;
  email: string | null;
  /** Null where answers are read by nobody. */
  answers: SaidAnswer[] | null;
  hint: Hint | null;
}

export interface HeldPage {
  /** Those that wait in the whole workspace, and those that the filter finds. */
  waiting: number;
  found: number;
  held: HeldLine[];
  personas: Persona[];
  waves: { id: string; name: string; programmeName: string }[];
  /** The last one shown, when there are more. */
  moreAfter: string | null;
}

const SHOWN = 50;

/** What came in doubtful and counts nowhere, the newest first: who, and why it is held. */
export async function listHeld(
  db: Db,
  workspace: Workspace,
  { filter, after }: { filter: HeldFilter; after?: string | undefined },
): Promise<HeldPage> {
  const rows = await listHeldRows(db, workspace, filter, { after, limit: SHOWN + 1 });
  const shown = rows.slice(0, SHOWN);
  return {
    waiting: await countHeldRows(db, workspace, { state: 'waiting', search: '' }),
    found: await countHeldRows(db, workspace, filter),
    held: await readLines(db, workspace, shown),
    personas: await listPersonas(db, workspace),
    waves: await listHeldWaves(db, workspace),
    moreAfter: rows.length > SHOWN ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function readLines(db: Db, workspace: Workspace, rows: readonly HeldListRow[]): Promise<HeldLine[]> {
  const open = rows.filter(({ confidentiality }) => confidentiality === 'attributed');
  const forms = await listHeldForms(
    db,
    workspace,
    open.map(({ id }) => id),
  );
  const answers = new Map(forms.map(({ id, ...form }) => [id, readForm(form)]));
  const hints = await hintPeople(
    db,
    workspace,
    open.filter(({ reason }) => reason === 'self_declared'),
  );
  return rows.map((row) => toLine(row, answers.get(row.id) ?? null, hints.get(row.id) ?? null));
}

function readForm({ given, definition }: { given: string; definition: string }): SaidAnswer[] {
  return sayGiven(QuestionSet.parse(JSON.parse(definition)).questions, readGivenForm(given));
}

function toLine(row: HeldListRow, answers: SaidAnswer[] | null, hint: Hint | null): HeldLine {
  const { evidence, personName, saidName, saidEmail, surveyVersionId: _, ...facts } = row;
  const isOpen = row.confidentiality === 'attributed';
  return {
    ...facts,
    why: sayHeld({ reason: row.reason, signs: readSigns(evidence), place: row.place }),
    name: isOpen ? (personName ?? saidName) : null,
    email: isOpen ? saidEmail : null,
    answers: isOpen ? answers : null,
    hint: isOpen ? hint : null,
  };
}
