import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { choosePeople } from './choose-people.server.ts';
import { countHolders } from './pile/candidate.store.server.ts';
import type { Choice } from './pile/choice.ts';
import { countPeople } from './pile/pile.ts';
import { AT_ONCE, type QueueMessages, type SentWave, sendWave } from './send-wave.server.ts';
import type { MailCheck } from './wave/mail-word.ts';
import { findAskingWave, listLanes } from './wave/wave.store.server.ts';

/** A send by what people are and not by who they are. */
export interface ChosenSend {
  waveId: string;
  choice: Choice;
  /** How many people whoever sends was shown, as they sent it back; null where nobody was shown anything. */
  people: string | null;
  actor: Actor;
}

export type SentChosen =
  | SentWave
  /** Otherwise many than was shown; nothing was sent. */
  | { kind: 'changed'; people: number }
  /** The choice names an attribute that was deleted, or never was. */
  | { kind: 'gone' };

/** Sends a wave to whom a choice leaves of those who can be asked now. */
export async function sendChosen(
  house: Parameters<typeof sendWave>[0],
  workspace: Workspace,
  { waveId, choice, people, actor }: ChosenSend,
  queue: QueueMessages,
  check: MailCheck,
): Promise<SentChosen> {
  const found = await choosePeople(house, workspace, waveId, () => choice);
  if (found.kind !== 'chosen') return found;
  const { chosen, strange, stale, piles } = found;
  const now = countPeople(chosen).people;
  if (strange.length === 0 && people !== null && people !== String(now))
    return { kind: 'changed', people: now };
  // A hat that nobody can wear is handed on as well: the send names it in its refusal.
  const roleIds = [...chosen.map(({ roleId }) => roleId), ...strange];
  // Left out is who was not chosen above; one who is named all the same stops the send.
  const input = { waveId, roleIds, ...(stale === 'ask_first' ? { stale } : {}), actor };
  return sendWave(house, workspace, input, queue, check, piles);
}

/** A choice made for a wave's personas, and whether so many hold them that looking at all is felt by everybody else. */
export async function readChoiceFor(
  { reading: db }: Pick<House, 'reading'>,
  workspace: Workspace,
  waveId: string,
  choose: (lanes: readonly { personaId: string }[]) => Choice,
): Promise<{ choice: Choice; isOfMany: boolean } | null> {
  const wave = await findAskingWave(db, workspace, waveId);
  if (!wave) return null;
  const { programmeId } = wave;
  const lanes = await listLanes(db, workspace, waveId);
  let holders = 0;
  for (const { personaId } of lanes)
    holders += (await countHolders(db, workspace, { programmeId, personaId })).roles;
  return { choice: choose(lanes), isOfMany: holders > AT_ONCE };
}
