import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAskingRules } from '../asking/asking-rules.store.server.ts';
import { listPurposes } from '../purpose/purpose.store.server.ts';
import { findAskingWave, type WaveRow } from '../wave/wave.store.server.ts';
import { listDebts } from './debt.store.server.ts';
import { isOverdue } from './debt.ts';
import { listLetters } from './told.store.server.ts';
import type { LaneId, ToldBack, ToldDraft } from './told.ts';

export interface ReadTold extends ToldBack {
  wave: WaveRow;
  persona: Persona;
  /** The day promised is past, and somebody is owed it. */
  isOverdue: boolean;
  /** What was promised to this persona, and the decision that it was asked for; null where nobody wrote it. */
  promise: { told: string; decision: string } | null;
}

const EMPTY: ToldDraft = { heard: '', willDo: '', willNot: '', toSilent: false };

/** A lane with what it is owed and the letters to it; null where this workspace has no such lane that was sent. */
export async function readTold(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  lane: LaneId,
): Promise<ReadTold | null> {
  const wave = await findAskingWave(db, workspace, lane.waveId);
  const persona = (await listPersonas(db, workspace)).find(({ id }) => id === lane.personaId);
  const [debt] = await listDebts(db, workspace, { waveId: lane.waveId, personaIds: [lane.personaId] });
  if (!wave || !persona || !debt) return null;
  const letters = await listLetters(db, workspace, lane);
  const sent = letters.filter(({ sentAt }) => sentAt !== null);
  const open = letters.find(({ sentAt }) => sentAt === null);
  const before = sent.at(-1);
  const draft = open ?? { ...(before ? { ...before, toSilent: false } : EMPTY), revision: 0 };
  const purposes = await listPurposes(db, workspace, wave.programmeId);
  const own = purposes.find(({ personaId }) => personaId === lane.personaId);
  const promise = own ? { told: own.promise, decision: own.decision } : null;
  const { timeZone } = await findAskingRules(db, workspace);
  const isLate = isOverdue(debt, dayIn(timeZone, clock.now()));
  return { wave, persona, debt, isOverdue: isLate, sent, draft, promise };
}
