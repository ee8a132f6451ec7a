import { AnswerDeclaration } from '#app/answering/import/answer-declaration.ts';
import { bringInAnswers } from '#app/answering/import/bring-in-answers.server.ts';
import { chooseAnswerColumns } from '#app/answering/import/choose-answer-columns.server.ts';
import { type AnswerWord, decideAnswerWords } from '#app/answering/import/decide-answer-words.server.ts';
import { ANSWER_TARGETS, type AnswerTarget } from '#app/audience/import/answer-columns.ts';
import type { House } from '#app/platform/house.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

export interface Act {
  importId: string;
  actor: Actor;
  form: FormData;
}

/** Null when it was done. A form that came too late shows the page as it stands by now. */
export type Acted = FaultyForm | { kind: 'not_found' } | null;

/** What a member does on the page of one import, by the intent of the form. */
export function act(house: House, workspace: Workspace, given: Act): Promise<Acted> {
  switch (given.form.get('intent')) {
    case 'declare':
      return declare(house, workspace, given);
    case 'words':
      return decide(house, workspace, given);
    case 'bring_in':
      return bringIn(house, workspace, given);
    default:
      return Promise.resolve({ kind: 'not_found' });
  }
}

async function declare(house: House, workspace: Workspace, { importId, form }: Act): Promise<Acted> {
  const read = readForm(form, AnswerDeclaration);
  if (read.kind === 'faulty') return read;
  const targets = readTargets(form);
  const chosen = await chooseAnswerColumns(house, workspace, { importId, targets, declaration: read.input });
  if (chosen.kind === 'not_found') return chosen;
  if (chosen.kind !== 'invalid') return null;
  const faults = chosen.faults.map(({ field, message }) => [field, message] as const);
  // The first fault of a field is the one to mend first.
  return faultyForm(form, Object.fromEntries(faults.reverse()));
}

function readTargets(form: FormData): AnswerTarget[] {
  const targets: AnswerTarget[] = [];
  for (let at = 0; form.has(`column-${at}`); at += 1) {
    const chosen = form.get(`column-${at}`);
    targets.push(ANSWER_TARGETS.find((target) => target === chosen) ?? 'leave_out');
  }
  return targets;
}

/** The form sends each word beside its choice, in one order. */
async function decide(house: House, workspace: Workspace, { importId, actor, form }: Act): Promise<Acted> {
  const choices = form.getAll('meaning').map(String);
  const words = form
    .getAll('word')
    .map((word, at) => ({ word: String(word), personaId: readMeaning(choices[at]) }));
  const decided = await decideAnswerWords(house, workspace, { importId, words, actor });
  if (decided.kind === 'not_found') return decided;
  if (decided.kind !== 'unknown_persona') return null;
  return faultyForm(form, { words: `Choose a persona of this workspace for “${decided.word}”.` });
}

function readMeaning(chosen: string | undefined): AnswerWord['personaId'] {
  if (!chosen) return 'undecided';
  return chosen === 'no_role:' ? null : chosen;
}

async function bringIn(house: House, workspace: Workspace, { importId, actor, form }: Act): Promise<Acted> {
  const brought = await bringInAnswers(house, workspace, { importId, actor });
  return brought.kind === 'refused' ? faultyForm(form, { waveName: brought.message }) : null;
}
