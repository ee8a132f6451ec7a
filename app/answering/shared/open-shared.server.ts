import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { looksLikeToken } from '#app/programme/link-token.server.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import type { SharedAnswers } from '#app/survey/shared-answers.ts';
import { type AskedLane, readAskedLane } from '../asked-lane.server.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import { findSharedRow, listSharedLanes } from './shared.store.server.ts';

export type OpenedShared = { kind: 'unknown' } | SharedLinkOpened;

/** A shared link that leads somewhere, whether or not it may still be answered. */
export interface SharedLinkOpened {
  kind: 'open' | 'closed';
  id: string;
  /** Of its address: a new one begins with limits of its own. */
  generation: number;
  workspace: Workspace;
  workspaceName: string;
  confidentiality: Confidentiality;
  answersAre: SharedAnswers;
  onePerDevice: boolean;
  /** Every persona that somebody can say they are, in lane order. */
  personas: Persona[];
  /** The questions of a persona, and the door to them; null for one that is not asked, or is none. */
  laneOf(personaId: string): Promise<{ lane: AskedLane; door: RespondentDoor } | null>;
}

/** What a link for a page or chat leads to now. Reads only: whoever passes by changes nothing. */
export async function openShared(db: Db, token: string, now: number): Promise<OpenedShared> {
  if (!looksLikeToken(token)) return { kind: 'unknown' };
  const row = await findSharedRow(db, hashToken(token));
  if (!row) return { kind: 'unknown' };
  // The link is the proof: it opens this workspace for the lanes of this one wave.
  const workspace = mintWorkspace(row.workspace_id);
  const lanes = await listSharedLanes(db, row);
  const personas = (await listPersonas(db, workspace)).filter(({ closedAt }) => closedAt === null);
  const isOpen = row.state === 'open' || (row.closed_at !== null && now <= row.closed_at + GRACE);
  const shared = { answersAre: row.answers_are, onePerDevice: row.one_per_device === 1 };
  return {
    ...{ kind: isOpen ? 'open' : 'closed', id: row.id, workspace, generation: row.generation },
    ...{ workspaceName: row.workspace_name, confidentiality: row.confidentiality, ...shared, personas },
    laneOf: async (personaId) => {
      const asked = lanes.find(({ persona_id }) => persona_id === personaId);
      if (!asked || !personas.some(({ id }) => id === personaId)) return null;
      const key = { workspaceId: workspace.id, programmeId: row.programme_id, personaId };
      const lane = await readAskedLane(db, { ...key, versionId: asked.survey_version_id });
      return { lane, door: { ...lane.door, ...NOBODY, waveId: row.wave_id, shared } };
    },
  };
}

/** Of whoever comes through a link nothing is known but what they say they do. */
const NOBODY = {
  invitationId: '',
  roleAssignmentId: '',
  personId: '',
  personName: '',
  accountId: '',
  accountName: '',
};
