import type { Decision } from '#app/delivery/doubt/doubt.ts';
import { settleDoubts } from '#app/delivery/doubt/settle-doubts.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { Acted } from './acts.server.ts';

interface DoubtAct {
  waveId: string;
  form: FormData;
  actor: Actor;
}

const DECISION_OF: Readonly<Record<string, Decision>> = {
  doubt_again: 'send_again',
  doubt_arrived: 'arrived',
};

/** Settles one mail in doubt, or all that wait for a member. Null for any other act. */
export function actOnDoubts(house: House, workspace: Workspace, act: DoubtAct): Promise<Acted> | null {
  const decision = DECISION_OF[String(act.form.get('intent'))];
  return decision ? settle(house, workspace, act, decision) : null;
}

async function settle(
  house: House,
  workspace: Workspace,
  { waveId, form, actor }: DoubtAct,
  decision: Decision,
): Promise<Acted> {
  const messageId = form.has('message') ? fromSlug('message', String(form.get('message'))) : null;
  if (form.has('message') && messageId === null) return { kind: 'unknown' };
  const settled = await settleDoubts(house, workspace, { waveId, messageId, decision, actor });
  switch (settled.kind) {
    case 'settled':
      return { kind: 'done', target: '', keepsQuery: true };
    case 'not_open': {
      const sentence = 'This send is not open any more, so nothing of it goes out again.';
      return { kind: 'said', status: 409, heading: 'Nothing was sent', sentence };
    }
    case 'unknown':
      return settled;
    default:
      return settled satisfies never;
  }
}
