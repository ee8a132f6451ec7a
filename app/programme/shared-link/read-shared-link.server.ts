import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '../confidentiality.ts';
import { remakeToken } from '../link-token.server.ts';
import { listLanes } from '../wave/wave.store.server.ts';
import type { WaveLane } from '../wave/wave.ts';
import { findSharedLink } from './shared-link.store.server.ts';
import type { SharedLink } from './shared-link.ts';

export interface OpenSharedLink {
  link: SharedLink;
  confidentiality: Confidentiality;
  /** Null while it opens nothing, and where the secret that made it is gone. */
  address: string | null;
  /** In lane order. */
  lanes: { persona: Persona; lane: WaveLane }[];
}

/** A shared link with the address to put up; null when this workspace has none with this wave. */
export async function readSharedLink(
  { db, env }: Pick<House, 'db' | 'env'>,
  workspace: Workspace,
  waveId: string,
): Promise<OpenSharedLink | null> {
  const found = await findSharedLink(db, workspace, waveId);
  if (!found) return null;
  const { generation, tokenHash, keyId, confidentiality, ...link } = found;
  const stored = { kind: 'shared', ownerId: link.id, generation, tokenHash, keyId } as const;
  const token = link.revokedAt === null && link.state === 'open' ? remakeToken(env, stored) : null;
  const lanes = await listLanes(db, workspace, waveId);
  return {
    link,
    confidentiality,
    address: token && new URL(`/s/${token}`, env.publicUrl).href,
    lanes: (await listPersonas(db, workspace)).flatMap((persona) => {
      const lane = lanes.find(({ personaId }) => personaId === persona.id);
      return lane ? [{ persona, lane }] : [];
    }),
  };
}
