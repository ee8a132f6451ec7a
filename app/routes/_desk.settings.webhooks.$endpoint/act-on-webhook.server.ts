import { changeEndpoint } from '#app/followup/hook/endpoint/change-endpoint.server.ts';
import { deleteEndpoint } from '#app/followup/hook/endpoint/delete-endpoint.server.ts';
import { endFormerSecret } from '#app/followup/hook/endpoint/end-former-secret.server.ts';
import {
  type FaultyEndpoint,
  readEndpointForm,
  withTicks,
} from '#app/followup/hook/endpoint/endpoint-form.ts';
import { readEndpoint } from '#app/followup/hook/endpoint/read-endpoint.server.ts';
import { rotateSecret } from '#app/followup/hook/endpoint/rotate-secret.server.ts';
import { switchEndpoint } from '#app/followup/hook/endpoint/switch-endpoint.server.ts';
import { sendAgain } from '#app/followup/hook/sending/send-again.server.ts';
import { sendTest } from '#app/followup/hook/sending/send-test.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { faultyForm } from '#app/platform/read-form.ts';
import type { Workspace } from '#app/platform/workspace.ts';

type Done =
  | { kind: 'said'; said: string }
  | { kind: 'deleted' }
  | { kind: 'rotated'; secret: string; formerUntil: number }
  | { kind: 'unknown' }
  | FaultyEndpoint;

interface Asked {
  id: string;
  form: FormData;
  actor: string;
}

type Act = (house: House, workspace: Workspace, asked: Asked) => Promise<Done>;

const said = (outcome: { kind: string }, word: string): Done =>
  outcome.kind === 'unknown' ? { kind: 'unknown' } : { kind: 'said', said: word };

/** What each button of the page does. */
const ACTS: Readonly<Record<string, Act>> = {
  change,
  replay,
  replay_failed: replayFailed,
  test: async (house, workspace, { id, actor }) => {
    const sent = await sendTest(house, workspace, { id, actor });
    return said(sent, sent.kind === 'not_on' ? 'not_on' : 'tested');
  },
  on: async (house, workspace, { id, actor }) =>
    said(await switchEndpoint(house, workspace, { id, to: 'on', actor }), 'on'),
  off: async (house, workspace, { id, actor }) =>
    said(await switchEndpoint(house, workspace, { id, to: 'off', actor }), 'off'),
  rotate: async (house, workspace, { id, actor }) => {
    const rotated = await rotateSecret(house, workspace, { id, actor });
    return rotated.kind === 'not_signed' ? { kind: 'unknown' } : rotated;
  },
  end_former: async (house, workspace, { id, actor }) =>
    said(await endFormerSecret(house, workspace, { id, actor }), 'ended'),
  delete: async (house, workspace, { id, actor }) => deleteEndpoint(house, workspace, { id, actor }),
};

export async function actOnWebhook(house: House, workspace: Workspace, asked: Asked): Promise<Done> {
  if (!(await readEndpoint(house, workspace, asked.id))) return { kind: 'unknown' };
  const intent = String(asked.form.get('intent'));
  const act = Object.hasOwn(ACTS, intent) ? ACTS[intent]! : change;
  return act(house, workspace, asked);
}

async function change(house: House, workspace: Workspace, { id, form, actor }: Asked): Promise<Done> {
  const read = readEndpointForm(form);
  if (read.kind === 'faulty') return read;
  const { format: _, ...input } = read.input;
  const changed = await changeEndpoint(house, workspace, { ...input, id, actor });
  if (changed.kind === 'unfit_address') return withTicks(form, faultyForm(form, { url: changed.why }));
  return said(changed, 'changed');
}

async function replay(house: House, workspace: Workspace, { id, form, actor }: Asked): Promise<Done> {
  const eventId = fromSlug('event', String(form.get('event')));
  if (!eventId) return { kind: 'unknown' };
  return said(await sendAgain(house, workspace, { id, again: { eventId }, actor }), 'again');
}

async function replayFailed(house: House, workspace: Workspace, { id, form, actor }: Asked): Promise<Done> {
  const since = Date.parse(`${String(form.get('since'))}T00:00:00Z`);
  const why = { since: 'Write a day, such as 2026-11-02.' };
  if (Number.isNaN(since)) return withTicks(form, faultyForm(form, why));
  const again = await sendAgain(house, workspace, { id, again: { since }, actor });
  return said(again, again.kind === 'reopened' && again.deliveries === 0 ? 'none' : 'again');
}
