import { changeMoment } from '#app/audience/moment/change-moment.server.ts';
import { closeMoment } from '#app/audience/moment/close-moment.server.ts';
import { MomentWords } from '#app/audience/moment/moment.ts';
import type { House } from '#app/platform/house.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { linkQuestions } from '#app/survey/moment/link-questions.server.ts';
import { MOST_LINKS } from '#app/survey/moment/moment-question.ts';

interface Act {
  momentId: string;
  form: FormData;
  actor: Actor;
}

/** Null when it was done. */
type Acted = (FaultyForm & { ticked?: string[] }) | { kind: 'not_found' } | null;

const NOT_FOUND = { kind: 'not_found' } as const;

export function act(house: House, workspace: Workspace, given: Act): Promise<Acted> {
  switch (given.form.get('intent')) {
    case 'questions':
      return link(house, workspace, given);
    case 'close':
      return close(house, workspace, given);
    default:
      return change(house, workspace, given);
  }
}

async function change(house: House, workspace: Workspace, { momentId, form, actor }: Act): Promise<Acted> {
  const read = readForm(form, MomentWords);
  if (read.kind === 'faulty') return read;
  const changed = await changeMoment(house, workspace, { ...read.input, momentId, actor });
  if (changed.kind === 'name_taken')
    return faultyForm(form, { name: 'Another moment of this persona is called so.' });
  return changed.kind === 'changed' ? null : NOT_FOUND;
}

async function link(house: House, workspace: Workspace, { momentId, form, actor }: Act): Promise<Acted> {
  const ticked = form.getAll('questions').map(String);
  const questions = ticked.map((value) => {
    const [surveyId = '', key = ''] = value.split(' ');
    return { surveyId, key };
  });
  const linked = await linkQuestions(house, workspace, { momentId, questions, actor });
  const refuse = (message: string) => ({ ...faultyForm(form, { questions: message }), ticked });
  if (linked.kind === 'too_many') return refuse(`Tick at most ${MOST_LINKS}: a moment is one thing.`);
  if (linked.kind === 'not_theirs')
    return refuse('One of these is no question of this persona any more. Look at the list again.');
  return linked.kind === 'linked' ? null : NOT_FOUND;
}

async function close(house: House, workspace: Workspace, { momentId, actor }: Act): Promise<Acted> {
  const closed = await closeMoment(house, workspace, { momentId, actor });
  return closed.kind === 'not_found' ? NOT_FOUND : null;
}
