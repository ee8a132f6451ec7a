import { z } from 'zod';
import { endOfDay } from '#app/followup/due-time.ts';
import { What } from '#app/followup/follow-up.ts';
import { openFollowUp } from '#app/followup/open-follow-up.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';

const NewForm = z.object({
  what: What,
  persona: z.string({ error: 'Choose the persona it is about.' }).min(1, 'Choose the persona it is about.'),
  programme: z.string().min(1, 'Choose the programme it belongs to.'),
  wave: z.string().default(''),
  owner: z.string().default(''),
  dueOn: z.iso.date('Choose a day.'),
  person: z.string().default(''),
  account: z.string().default(''),
  response: z.string().default(''),
  theme: z.string().default(''),
});

const UNKNOWN = {
  programme: 'Choose a programme of this list.',
  persona: 'Choose a persona of this list.',
  wave: 'This send asked this persona nothing, or belongs to another programme. Choose another one, or none.',
  response: 'There is no such answer of this persona in this send.',
  person: 'There is no such person or account any more.',
  theme: 'Choose a theme of this list, or none.',
  owner: 'Choose a member who can sign in and works on follow-ups.',
} as const;

/** Opens what the form says, about one persona. Whatever goes wrong, what was typed comes back. */
export async function openByForm(
  house: House,
  workspace: Workspace,
  { form, memberId }: { form: FormData; memberId: string },
): Promise<FaultyForm | { kind: 'opened'; id: string }> {
  const read = readForm(form, NewForm);
  if (read.kind === 'faulty') return read;
  const { what, persona: personaId, dueOn, ...slugs } = read.input;
  const programmeId = fromSlug('programme', slugs.programme);
  if (!programmeId) return faultyForm(form, { programme: UNKNOWN.programme });
  const opened = await openFollowUp(house, workspace, {
    ...{ what, personaId, programmeId, actor: memberId },
    waveId: fromSlug('wave', slugs.wave),
    accountId: fromSlug('account', slugs.account),
    personId: fromSlug('person', slugs.person),
    responseId: fromSlug('response', slugs.response),
    themeId: fromSlug('theme', slugs.theme),
    ownerId: fromSlug('member', slugs.owner) ?? memberId,
    due: { at: endOfDay(dueOn, await readAskingRules(house.db, workspace)) },
  });
  switch (opened.kind) {
    case 'opened':
      return opened;
    case 'in_confidence':
      return faultyForm(form, {
        programme:
          'Those who answer in this programme were promised that nobody is named. Choose another programme, or open it without a person and an account.',
      });
    case 'unknown':
      return faultyForm(form, { [opened.what]: UNKNOWN[opened.what] });
    default:
      return opened satisfies never;
  }
}
