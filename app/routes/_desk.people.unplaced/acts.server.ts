import { assignRole } from '#app/audience/assign-role.server.ts';
import { confirmTitle } from '#app/audience/people/confirm-title.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

export interface Act {
  actor: Actor;
  form: FormData;
}

/** `title` names the line that the sentence belongs to. */
export type Acted = { kind: 'done' } | { kind: 'said'; title: string; sentence: string };

/** Gives a role to everybody of one title, or to one person; never to everybody. */
export function act(house: House, workspace: Workspace, given: Act): Promise<Acted> {
  return given.form.get('intent') === 'person'
    ? place(house, workspace, given)
    : confirm(house, workspace, given);
}

async function confirm(house: House, workspace: Workspace, { actor, form }: Act): Promise<Acted> {
  const title = String(form.get('title') ?? '');
  const personaId = String(form.get('persona') ?? '');
  if (title === '' || personaId === '')
    return { kind: 'said', title, sentence: 'Choose what these people do.' };
  const people = Number(form.get('people'));
  const confirmed = await confirmTitle(house, workspace, { titleKey: title, personaId, people, actor });
  switch (confirmed.kind) {
    case 'confirmed':
      return { kind: 'done' };
    case 'changed': {
      const sentence = `There are ${confirmed.people} people with this title now. Look again, then confirm.`;
      return { kind: 'said', title, sentence };
    }
    case 'unknown_persona':
      return { kind: 'said', title, sentence: 'This persona is closed. Choose another one.' };
    default:
      return confirmed satisfies never;
  }
}

async function place(house: House, workspace: Workspace, { actor, form }: Act): Promise<Acted> {
  const title = String(form.get('title') ?? '');
  const personId = fromSlug('person', String(form.get('person') ?? ''));
  const accountId = fromSlug('account', String(form.get('account') ?? ''));
  const personaId = String(form.get('persona') ?? '');
  if (!personId || !accountId || personaId === '') {
    return { kind: 'said', title, sentence: 'Choose what this person does.' };
  }
  const startedAt = house.clock.now();
  const evidence = 'Said by a member who looked at the person';
  const role = {
    personId,
    accountId,
    personaId,
    source: 'csm',
    evidence,
    startedAt,
    actor,
    confirmed: true,
  } as const;
  const assigned = await assignRole(house, workspace, role);
  const isDone = assigned.kind === 'assigned' || assigned.kind === 'already';
  return isDone
    ? { kind: 'done' }
    : { kind: 'said', title, sentence: 'This role can’t be given any more. Look again.' };
}
