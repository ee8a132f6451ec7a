import { listInvitationAddresses } from '#app/delivery/delivery.store.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import type { SortedCandidate } from '#app/programme/pile/pile.ts';
import { type QueueMessages, sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { answerWave, type Letter, type Reception } from './answer-wave.ts';
import type { Placed } from './bring-people.ts';
import type { Lane } from './prepare-programme.ts';
import { expectKind, type OpenStage } from './stage.ts';

export interface WavePlan extends Reception {
  programmeId: string;
  name: string;
  lanes: readonly Lane[];
  /** Only people in the role they are known by whom this lets pass; everybody who is ready when left out. */
  only?: (person: Placed) => boolean;
}

/** One wave from its draft to the last answer; returns its id. Closing it is another day's work. */
export async function runWave(stage: OpenStage, plan: WavePlan, people: readonly Placed[]): Promise<string> {
  const { house, workspace, actor } = stage;
  const { programmeId, name, lanes } = plan;
  stage.goTo(plan.sentOn, 7.5);
  const created = await createWave(house, workspace, { programmeId, name, lanes: [...lanes], actor });
  const { id: waveId } = expectKind(created, 'created');
  const { piles } = expectKind(await sortPiles(house, workspace, { waveId }), 'sorted');
  const asked = chooseAsked(piles.ready, plan, people);
  const addresses = await send(stage, waveId, asked);
  while (await sendDueMessages(house));
  await answerWave(stage, plan, sortLetters(stage, asked, addresses, people));
  return waveId;
}

/** Everybody who is ready; of two hats the one they are known by. */
function chooseAsked(
  ready: readonly SortedCandidate[],
  { only }: WavePlan,
  people: readonly Placed[],
): SortedCandidate[] {
  const known = new Map(people.map((person) => [person.roleId, person]));
  return ready.filter(({ held, roleId }) => {
    const person = known.get(roleId);
    if (only && !(person && only(person))) return false;
    return held === null || (held.reason === 'two_hats' && person !== undefined);
  });
}

/** Sends the wave; returns the address that each invitation goes to. */
async function send(
  { house, workspace, actor }: OpenStage,
  waveId: string,
  asked: readonly SortedCandidate[],
): Promise<{ id: string; email: string }[]> {
  const addresses: { id: string; email: string }[] = [];
  const queue: QueueMessages = async (tx, inside, invitations) => {
    await queueMessages(house)(tx, inside, invitations);
    const ids = invitations.map(({ id }) => id);
    addresses.push(...(await listInvitationAddresses(tx, inside, ids)));
  };
  const roleIds = asked.map(({ roleId }) => roleId);
  expectKind(await sendWave(house, workspace, { waveId, roleIds, actor }, queue), 'sent');
  return addresses;
}

/** What lies in whose inbox, in an order that does not hang on ids, which differ from load to load. */
function sortLetters(
  { house }: OpenStage,
  asked: readonly SortedCandidate[],
  addresses: readonly { id: string; email: string }[],
  people: readonly Placed[],
): Letter[] {
  const languages = new Map(people.map(({ personId, language }) => [personId, language]));
  const invitationTo = new Map(addresses.map(({ id, email }) => [email, id]));
  const byAddress = asked.toSorted((a, b) => ((a.email ?? '') < (b.email ?? '') ? -1 : 1));
  return byAddress.map(({ email, personId, personName: name, accountName, personaId }) => {
    const token = linkToken(house.env.appSecret, 'answer', invitationTo.get(email ?? '')!, 1);
    return { token, name, accountName, personaId, language: languages.get(personId) ?? 'en' };
  });
}
