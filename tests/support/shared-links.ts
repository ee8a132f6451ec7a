import { toSlug } from '#app/platform/ids.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';
import { createSharedLink } from '#app/programme/shared-link/create-shared-link.server.ts';
import { readSharedLink } from '#app/programme/shared-link/read-shared-link.server.ts';
import { findSharedLink } from '#app/programme/shared-link/shared-link.store.server.ts';
import { listAskable } from '#app/programme/wave/list-askable.server.ts';
import type { Draft } from '#app/survey/draft/draft.ts';
import { type Desk, openProgramme, publishFor } from './asking.ts';

/** A link for these personas in a programme of its own, with its token. */
export async function shareFor(
  desk: Desk,
  personaIds: readonly string[],
  given: { shared?: Draft['shared']; onePerDevice?: boolean; programmeId?: string; place?: string } = {},
) {
  const programmeId = given.programmeId ?? (await openProgramme(desk));
  const lanes = [];
  for (const personaId of personaIds)
    lanes.push({ personaId, versionId: await publishFor(desk, programmeId, personaId, given.shared) });
  const created = await createSharedLink(desk.house, desk.workspace, {
    ...{ programmeId, lanes, actor: desk.memberId },
    ...{ place: given.place ?? 'Help pages', onePerDevice: given.onePerDevice ?? true },
  });
  if (created.kind !== 'created') throw new Error(created.kind);
  const { waveId } = created;
  const { id } = (await findSharedLink(desk.house.db, desk.workspace, waveId))!;
  return { programmeId, waveId, linkId: id, token: await tokenOf(desk, waveId) };
}

/** The token in the address that the desk shows; null while it shows none. */
export async function tokenNow(desk: Desk, waveId: string): Promise<string | null> {
  const read = await readSharedLink(desk.house, desk.workspace, waveId);
  return read?.address?.split('/').at(-1) ?? null;
}

async function tokenOf(desk: Desk, waveId: string): Promise<string> {
  const token = await tokenNow(desk, waveId);
  if (!token) throw new Error('The link has no address.');
  return token;
}

/** A link with every published survey of a programme that asks, in a workspace that has one. */
export async function leaveShared(desk: Desk): Promise<{ sharedLink: string; sharedToken: string }> {
  const { house, workspace, memberId: actor } = desk;
  const programmes = await listProgrammes(house.db, workspace);
  for (const { id: programmeId, origin } of programmes) {
    const versions = origin === 'asked' ? await listAskable(house.db, workspace, programmeId) : [];
    const newest = new Map(versions.toReversed().map(({ personaId, id }) => [personaId, id]));
    const lanes = [...newest].map(([personaId, versionId]) => ({ personaId, versionId }));
    if (lanes.length === 0) continue;
    const asked = { programmeId, lanes, place: 'Help pages', onePerDevice: true, actor };
    const created = await createSharedLink(house, workspace, asked);
    if (created.kind !== 'created') throw new Error(created.kind);
    const { waveId } = created;
    return { sharedLink: toSlug('wave', waveId), sharedToken: await tokenOf(desk, waveId) };
  }
  throw new Error('No programme asks anything.');
}
