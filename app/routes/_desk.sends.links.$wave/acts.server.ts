import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { readSharedLink } from '#app/programme/shared-link/read-shared-link.server.ts';
import { renewSharedLink } from '#app/programme/shared-link/renew-shared-link.server.ts';
import { revokeSharedLink } from '#app/programme/shared-link/revoke-shared-link.server.ts';

export type Acted =
  | { kind: 'done' }
  | { kind: 'unknown' }
  /** What the page says instead of doing it. */
  | { kind: 'said'; status: 409 | 422; heading: string; sentence: string };

/** The one act that a button of the page asks for. */
export async function actOnLink(
  house: House,
  workspace: Workspace,
  { intent, ...act }: { waveId: string; intent: string; actor: Actor },
): Promise<Acted> {
  // A send is closed on its own page.
  if (!(await readSharedLink(house, workspace, act.waveId))) return { kind: 'unknown' };
  switch (intent) {
    case 'renew': {
      const renewed = await renewSharedLink(house, workspace, act);
      return renewed.kind === 'closed' ? CLOSED : doneOr(renewed.kind);
    }
    case 'stop':
      return doneOr((await revokeSharedLink(house, workspace, act)).kind);
    case 'close':
      return doneOr((await closeWave(house, workspace, act, endWithWave)).kind);
    default:
      return { kind: 'said', status: 422, heading: 'Nothing changed', sentence: 'Press one of the buttons.' };
  }
}

const CLOSED: Acted = {
  kind: 'said',
  status: 409,
  heading: 'No new address',
  sentence: 'This link is closed. Make a new one for a new asking.',
};

function doneOr(kind: string): Acted {
  return { kind: kind === 'unknown' ? 'unknown' : 'done' };
}
