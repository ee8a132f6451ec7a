import { bringIn } from '#app/audience/import/bring-in.server.ts';
import { chooseColumns, DATE_TARGETS } from '#app/audience/import/choose-columns.server.ts';
import { type ColumnTarget, PERSON_TARGETS } from '#app/audience/import/column-targets.ts';
import type { DateOrder } from '#app/audience/import/date-order.ts';
import { decideWords, type WordDecision } from '#app/audience/import/decide-words.server.ts';
import { isNewTarget, isOwnTarget, type NewTarget } from '#app/audience/import/own-targets.ts';
import type { House } from '#app/platform/house.ts';
import { type FaultyForm, faultyForm } from '#app/platform/read-form.ts';
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
    case 'columns':
      return choose(house, workspace, given);
    case 'words':
      return decide(house, workspace, given);
    case 'bring_in':
      return bring(house, workspace, given);
    default:
      return Promise.resolve({ kind: 'not_found' });
  }
}

async function choose(house: House, workspace: Workspace, { importId, form }: Act): Promise<Acted> {
  const input = { importId, targets: readTargets(form), dateOrders: readDateOrders(form) };
  const chosen = await chooseColumns(house, workspace, input);
  if (chosen.kind === 'not_found') return chosen;
  if (chosen.kind !== 'invalid') return null;
  const faults = chosen.faults.map(({ field, message }) => [field, message] as const);
  // The first fault of a field is the one to mend first.
  return faultyForm(form, Object.fromEntries(faults.reverse()));
}

function readTargets(form: FormData): (ColumnTarget | NewTarget)[] {
  const targets: (ColumnTarget | NewTarget)[] = [];
  for (let at = 0; form.has(`column-${at}`); at += 1) {
    const chosen = String(form.get(`column-${at}`));
    const isOwn = isOwnTarget(chosen) || isNewTarget(chosen);
    targets.push(isOwn ? chosen : (PERSON_TARGETS.find((target) => target === chosen) ?? 'leave_out'));
  }
  return targets;
}

function readDateOrders(form: FormData): Partial<Record<(typeof DATE_TARGETS)[number], DateOrder>> {
  const said = DATE_TARGETS.map((target) => [target, form.get(target)] as const);
  const orders = said.filter(([, order]) => order === 'day_first' || order === 'month_first');
  return Object.fromEntries(orders);
}

/** The form sends each word beside its choice, in one order; a word without a choice goes on waiting. */
async function decide(house: House, workspace: Workspace, { importId, actor, form }: Act): Promise<Acted> {
  const choices = form.getAll('meaning').map(String);
  const decisions: WordDecision[] = form.getAll('word').flatMap((word, at) => {
    const choice = choices[at] ?? '';
    return choice === '' ? [] : [{ word: String(word), personaId: choice === 'no_role:' ? null : choice }];
  });
  if (decisions.length === 0) return faultyForm(form, { words: 'Choose what at least one word means.' });
  const decided = await decideWords(house, workspace, { importId, decisions, actor });
  if (decided.kind === 'not_found') return decided;
  if (decided.kind !== 'unknown_persona') return null;
  return faultyForm(form, { words: `Choose a persona of this workspace for “${decided.word}”.` });
}

async function bring(house: House, workspace: Workspace, { importId, actor }: Act): Promise<Acted> {
  await bringIn(house, workspace, { importId, actor });
  return null;
}
