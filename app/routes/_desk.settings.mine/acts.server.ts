import { AwayForm } from '#app/followup/away/away.ts';
import { endAway } from '#app/followup/away/end-away.server.ts';
import { saveAway } from '#app/followup/away/save-away.server.ts';
import { switchQueueMail } from '#app/followup/queue-mail/switch-queue-mail.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Workspace } from '#app/platform/workspace.ts';

interface Given {
  form: FormData;
  memberId: string;
}

/** What a member settles for themselves, by the intent of the form. Null when it was done. */
export async function act(
  house: House,
  workspace: Workspace,
  { form, memberId }: Given,
): Promise<FaultyForm | null> {
  const intent = form.get('intent');
  if (intent === 'mail') {
    await switchQueueMail(house, workspace, { memberId, isOff: form.get('mail') !== 'yes' });
    return null;
  }
  if (intent === 'back') {
    const awayId = fromSlug('away', String(form.get('away') ?? ''));
    // Whoever presses it twice is back all the same.
    if (awayId) await endAway(house, workspace, { awayId, memberId });
    return null;
  }
  return goAway(house, workspace, { form, memberId });
}

const NO_DEPUTY = 'Choose another member who can sign in and works on follow-ups.';

async function goAway(
  house: House,
  workspace: Workspace,
  { form, memberId }: Given,
): Promise<FaultyForm | null> {
  const read = readForm(form, AwayForm);
  if (read.kind === 'faulty') return read;
  const { fromDay, toDay, deputy } = read.input;
  const deputyId = fromSlug('member', deputy);
  if (!deputyId) return faultyForm(form, { deputy: NO_DEPUTY });
  const saved = await saveAway(house, workspace, { memberId, deputyId, fromDay, toDay });
  switch (saved.kind) {
    case 'saved':
      return null;
    case 'unknown_deputy':
      return faultyForm(form, { deputy: NO_DEPUTY });
    case 'past':
      return faultyForm(form, { toDay: 'This day is over. Write a later one.' });
    case 'overlap':
      return faultyForm(form, { fromDay: 'You are away on some of these days already. End that first.' });
    default:
      return saved satisfies never;
  }
}
