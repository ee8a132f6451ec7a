import { noteApart } from '#app/overview/compare/note-apart.server.ts';
import { createShare } from '#app/overview/share/create-share.server.ts';
import { revokeShare } from '#app/overview/share/revoke-share.server.ts';
import { NewShare } from '#app/overview/share/share.ts';
import type { House } from '#app/platform/house.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type FaultyForm, faultyForm, readForm } from '#app/platform/read-form.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export type Acted =
  | { kind: 'created'; url: string; expiresAt: number }
  | { kind: 'revoked' }
  | { kind: 'unknown' }
  | FaultyForm;

/** The one act that a button of the page asks for. */
export async function act(
  house: House,
  workspace: Workspace,
  { form, memberId }: { form: FormData; memberId: string },
): Promise<Acted> {
  if (form.get('intent') !== 'end') return make(house, workspace, { form, memberId });
  const id = fromSlug('share', String(form.get('share') ?? ''));
  if (id) await revokeShare(house, workspace, { id, memberId });
  return { kind: 'revoked' };
}

async function make(
  house: House,
  workspace: Workspace,
  { form, memberId }: { form: FormData; memberId: string },
): Promise<Acted> {
  const read = readForm(form, NewShare);
  if (read.kind === 'faulty') return read;
  const waveId = fromSlug('wave', String(form.get('wave') ?? ''));
  if (!waveId) return { kind: 'unknown' };
  const created = await createShare(house, workspace, {
    waveId,
    withId: fromSlug('wave', String(form.get('with') ?? '')),
    days: read.input.days,
    showsNames: read.input.showsNames === 'yes',
    memberId,
  });
  switch (created.kind) {
    case 'created':
      return { kind: 'created', url: created.url, expiresAt: created.expiresAt };
    case 'unknown_wave':
      return { kind: 'unknown' };
    case 'apart':
      await noteApart(house, workspace, memberId);
      return faultyForm(form, { days: created.message });
    case 'names_refused':
      return faultyForm(form, {
        showsNames: 'These answers were given in confidence, so no link can show names. Leave this unticked.',
      });
    default:
      return created satisfies never;
  }
}
