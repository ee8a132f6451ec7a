import { leaveToken } from '#app/overview/digest/leave-token.server.ts';
import { createShare } from '#app/overview/share/create-share.server.ts';
import { findShare } from '#app/overview/share/find-share.server.ts';
import { openShare, type SharedPage } from '#app/overview/share/open-share.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Desk } from './asking.ts';

/** A link to the executive's page of a wave; its token. */
export async function shareWave(
  { house, workspace, memberId }: Desk,
  waveId: string,
  more: { withId?: string; days?: number; showsNames?: boolean } = {},
): Promise<string> {
  const asked = { withId: null, days: 14, showsNames: false, ...more, waveId, memberId };
  const created = await createShare(house, workspace, asked);
  if (created.kind !== 'created') throw new Error(JSON.stringify(created));
  return created.url.split('/').at(-1)!;
}

/** What whoever holds the token reads; null where it opens nothing. */
export async function openShared(house: House, token: string): Promise<SharedPage | null> {
  const share = await findShare(house, token);
  return share && openShare(house, share);
}

/** What ends the Monday mail of the desk's member. */
export function mondayToken({ house, workspace, memberId }: Desk): string {
  return leaveToken(house.env.appSecret, { workspaceId: workspace.id, memberId });
}
