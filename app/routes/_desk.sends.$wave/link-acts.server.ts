import { replaceLetters } from '#app/delivery/replace-letters.server.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { type LinkReason, readLinkReason } from '#app/programme/link/link-reason.ts';
import { renewLink } from '#app/programme/link/renew-link.server.ts';
import { renewWaveLinks } from '#app/programme/link/renew-wave-links.server.ts';
import { revokeLink } from '#app/programme/link/revoke-link.server.ts';
import type { Acted } from './acts.server.ts';

interface LinkAct {
  waveId: string;
  form: FormData;
  actor: Actor;
}

const DONE: Acted = { kind: 'done', target: '#links', keepsQuery: true };

/** Renews or ends the link of one person, or renews all of them. Null for what is no act on links. */
export function actOnLinks(house: House, workspace: Workspace, act: LinkAct): Promise<Acted> | null {
  const intent = act.form.get('intent');
  if (intent !== 'renew_link' && intent !== 'end_link' && intent !== 'renew_links') return null;
  const reason = readLinkReason(act.form.get('reason'));
  if (!reason) return Promise.resolve(refuse('Say why, then press again.', 422));
  if (intent === 'renew_links') return renewAll(house, workspace, act, reason);
  return intent === 'renew_link'
    ? renewOne(house, workspace, act, reason)
    : endOne(house, workspace, act, reason);
}

async function renewOne(
  house: House,
  workspace: Workspace,
  { form, actor }: LinkAct,
  reason: LinkReason,
): Promise<Acted> {
  const invitationId = fromSlug('invitation', text(form, 'invitation'));
  const seen = count(form);
  if (!invitationId || seen === null) return { kind: 'unknown' };
  const input = { invitationId, seen, reason, actor };
  const renewed = await renewLink(house, workspace, input, replaceLetters(house));
  switch (renewed.kind) {
    case 'renewed':
      return DONE;
    case 'changed':
      return refuse('It was renewed, or the person left the seat, since this page was opened.');
    case 'closed':
      return refuse('This send is closed: its links open nothing to answer.');
    case 'unknown':
      return renewed;
    default:
      return renewed satisfies never;
  }
}

async function endOne(
  house: House,
  workspace: Workspace,
  { form, actor }: LinkAct,
  reason: LinkReason,
): Promise<Acted> {
  const invitationId = fromSlug('invitation', text(form, 'invitation'));
  if (!invitationId) return { kind: 'unknown' };
  const ended = await revokeLink(house, workspace, { invitationId, reason, actor }, replaceLetters(house));
  // Ended twice is ended.
  return ended.kind === 'unknown' ? ended : DONE;
}

async function renewAll(
  house: House,
  workspace: Workspace,
  { waveId, form, actor }: LinkAct,
  reason: LinkReason,
): Promise<Acted> {
  const seen = count(form);
  if (seen === null) return { kind: 'unknown' };
  const renewed = await renewWaveLinks(
    house,
    workspace,
    { waveId, seen, reason, actor },
    replaceLetters(house),
  );
  switch (renewed.kind) {
    case 'renewed':
      return DONE;
    case 'changed':
      return refuse('Somebody renewed links or asked more people since this page was opened. Look again.');
    case 'closed':
      return refuse('This send is closed: its links open nothing to answer.');
    case 'unknown':
      return renewed;
    default:
      return renewed satisfies never;
  }
}

function refuse(sentence: string, status: 409 | 422 = 409): Acted {
  return { kind: 'said', status, heading: 'No link was changed', sentence };
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? '');
}

/** The state of the links on the page that was pressed; null for what no page of ours sends. */
function count(form: FormData): number | null {
  const seen = text(form, 'seen');
  return /^\d{1,12}$/.test(seen) ? Number(seen) : null;
}
