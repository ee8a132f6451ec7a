import { z } from 'zod';
import { actOnFollowUps } from '#app/followup/act-on-follow-ups.server.ts';
import { endOfDay } from '#app/followup/due-time.ts';
import { type Act, Because, Comment, Outcome } from '#app/followup/follow-up.ts';
import { sayRefusal } from '#app/followup/say-refusal.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';

interface Given {
  id: string;
  form: FormData;
  memberId: string;
}

/** Null when it was done. */
export type Acted = FaultyForm | { kind: 'not_found' } | null;

const Form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('take_up') }),
  z.object({ intent: z.literal('tell') }),
  z.object({ intent: z.literal('done'), outcome: Outcome }),
  z.object({ intent: z.literal('decline'), because: Because }),
  z.object({ intent: z.literal('comment'), words: Comment }),
  z.object({ intent: z.literal('reassign'), owner: z.string() }),
  z.object({ intent: z.literal('move_due'), dueOn: z.iso.date('Choose a day.') }),
]);
type Read = z.infer<typeof Form>;

/** What a member does on the page of one follow-up, by the intent of the form. Whatever goes wrong, what they typed comes back. */
export async function act(house: House, workspace: Workspace, { id, form, memberId }: Given): Promise<Acted> {
  const read = readForm(form, Form);
  if (read.kind === 'faulty') return read;
  const revision = Number(form.get('revision'));
  const wish = await toAct(house, workspace, read.input, memberId);
  if (!wish) return faultyForm(form, { owner: 'Choose who gets it.' });
  const on = [{ id, revision: Number.isInteger(revision) && revision > 0 ? revision : undefined }];
  const acted = await actOnFollowUps(house, workspace, { on, acts: [wish], actor: memberId });
  if (acted.kind === 'unknown') return { kind: 'not_found' };
  if (acted.kind === 'done') return null;
  const field = acted.refusal.kind === 'unknown_member' ? 'owner' : 'whole';
  return faultyForm(form, { [field]: sayRefusal(acted.refusal, false) });
}

async function toAct({ db }: House, workspace: Workspace, read: Read, memberId: string): Promise<Act | null> {
  switch (read.intent) {
    case 'take_up':
      return { kind: 'take_up', ownerId: memberId };
    case 'tell':
      return { kind: 'tell' };
    case 'done':
      return { kind: 'done', outcome: read.outcome };
    case 'decline':
      return { kind: 'decline', because: read.because };
    case 'comment':
      return { kind: 'comment', words: read.words };
    case 'reassign': {
      const ownerId = fromSlug('member', read.owner);
      return ownerId ? { kind: 'reassign', ownerId } : null;
    }
    case 'move_due':
      return { kind: 'move_due', dueAt: endOfDay(read.dueOn, await readAskingRules(db, workspace)) };
    default:
      return read satisfies never;
  }
}
