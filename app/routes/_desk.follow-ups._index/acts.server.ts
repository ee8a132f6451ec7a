import { z } from 'zod';
import { actOnFollowUps } from '#app/followup/act-on-follow-ups.server.ts';
import { type Act, Because } from '#app/followup/follow-up.ts';
import { handOver } from '#app/followup/hand-over.server.ts';
import { sayRefusal } from '#app/followup/say-refusal.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export type ActedOnTicked =
  | { kind: 'done'; followUps: number }
  /** With all that was typed and ticked. */
  | {
      kind: 'refused';
      fieldErrors: Record<string, string>;
      ticked: string[];
      values: { act: string; owner: string; because: string };
    };

const Revision = z.coerce.number().int().min(1);

/** Takes up, passes on or declines what a member ticked in the list: all of it or none. */
export async function actOnTicked(
  house: House,
  workspace: Workspace,
  { form, memberId }: { form: FormData; memberId: string },
): Promise<ActedOnTicked> {
  const typed = (name: string) => String(form.get(name) ?? '');
  const ticked = form.getAll('on').map(String);
  const values = { act: typed('act'), owner: typed('owner'), because: typed('because').slice(0, 4000) };
  const refuse = (fieldErrors: Record<string, string>): ActedOnTicked => ({
    ...{ kind: 'refused', fieldErrors, values, ticked: ticked.map((one) => one.split(':')[0]!) },
  });
  const on = ticked.flatMap(readTick);
  if (on.length === 0 || on.length !== ticked.length) return refuse({ on: 'Tick what it is about.' });
  const act = readAct(values, memberId);
  if ('fault' in act) return refuse(act.fault);
  const acted = await actOnFollowUps(house, workspace, { on, acts: [act], actor: memberId });
  if (acted.kind === 'done') return { kind: 'done', followUps: on.length };
  if (acted.kind === 'unknown') return refuse({ on: 'One of them is not there. None was changed.' });
  const field = acted.refusal.kind === 'unknown_member' ? 'owner' : 'on';
  return refuse({ [field]: sayRefusal(acted.refusal, on.length > 1) });
}

/** `fol_…:3`: a follow-up and the revision of it that was shown. */
function readTick(tick: string): { id: string; revision: number }[] {
  const [slug, written] = tick.split(':');
  const id = fromSlug('followUp', slug);
  const revision = Revision.safeParse(written);
  return id && revision.success ? [{ id, revision: revision.data }] : [];
}

function readAct(
  { act, owner, because }: { act: string; owner: string; because: string },
  memberId: string,
): Act | { fault: Record<string, string> } {
  switch (act) {
    case 'take_up':
      return { kind: 'take_up', ownerId: memberId };
    case 'reassign': {
      const ownerId = fromSlug('member', owner);
      return ownerId ? { kind: 'reassign', ownerId } : { fault: { owner: 'Choose who gets them.' } };
    }
    case 'decline': {
      const read = Because.safeParse(because);
      if (read.success) return { kind: 'decline', because: read.data };
      return { fault: { because: read.error.issues[0]!.message } };
    }
    default:
      return { fault: { act: 'Choose what to do with them.' } };
  }
}

/** Gives all that one member has to another. What cannot be is said beside the choice. */
export async function handOverAll(
  house: House,
  workspace: Workspace,
  { form, memberId }: { form: FormData; memberId: string },
): Promise<ActedOnTicked> {
  const [owner, heir] = ['owner', 'heir'].map((name) => String(form.get(name) ?? '')) as [string, string];
  const refuse = (why: string): ActedOnTicked => ({
    ...{ kind: 'refused', fieldErrors: { [`heir-${owner}`]: why }, ticked: [] },
    values: { act: '', owner: heir, because: '' },
  });
  const [fromId, toId] = [fromSlug('member', owner), fromSlug('member', heir)];
  if (!fromId || !toId) return refuse('Choose who gets them.');
  const { acted, followUps } = await handOver(house, workspace, { fromId, toId, actor: memberId });
  if (acted.kind === 'done') return { kind: 'done', followUps };
  if (acted.kind === 'unknown') return refuse('One of them is not there any more. None was changed.');
  return refuse(sayRefusal(acted.refusal, true));
}
