import { saveAccount } from '#app/audience/save-account.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { answer } from './answering.ts';
import { type Desk, noMail, openProgramme, publishFor, seat } from './asking.ts';
import { endWave } from './fallen-waves.ts';
import { QUESTION } from './heard.ts';

/** One buyer and what they answer, wave by wave: null keeps silent, undefined is not asked. */
export interface Buyer {
  name: string;
  account: string;
  renewalOn?: string;
  scores: readonly (number | null | undefined)[];
}

/** Waves of one programme that ask the same buyers, each closed before the next; the ids of the waves. */
export async function askAgain(
  desk: Desk,
  buyers: readonly Buyer[],
  {
    confidentiality = 'attributed',
    open = false,
    pass,
  }: { confidentiality?: Confidentiality; open?: boolean; pass(ms: number): void },
): Promise<string[]> {
  const { house, workspace, memberId: actor } = desk;
  const programmeId = await openProgramme(desk, 'Quarterly', confidentiality);
  const lanes = [{ personaId: 'buyer', versionId: await publishFor(desk, programmeId, 'buyer') }];
  const roles = new Map<string, string>();
  for (const { name, account, renewalOn = null } of buyers) {
    await saveAccount(house, workspace, { name: account, renewalOn, actor });
    roles.set(name, (await seat(desk, { name, account, personaIds: ['buyer'] }))[0]!);
  }
  const waveIds: string[] = [];
  const count = Math.max(...buyers.map(({ scores }) => scores.length));
  for (let at = 0; at < count; at += 1) {
    if (at > 0) pass(100 * DAY);
    const wave = await createWave(house, workspace, { programmeId, name: `Wave ${at + 1}`, lanes, actor });
    if (wave.kind !== 'created') throw new Error(wave.kind);
    await hearWave(desk, wave.id, buyers, { at, roles });
    if (!open || at < count - 1) await endWave(desk, wave.id);
    waveIds.push(wave.id);
  }
  return waveIds;
}

async function hearWave(
  { house, workspace, memberId: actor }: Desk,
  waveId: string,
  buyers: readonly Buyer[],
  { at, roles }: { at: number; roles: ReadonlyMap<string, string> },
): Promise<void> {
  const asked = buyers.filter(({ scores }) => scores[at] !== undefined);
  const roleIds = asked.map(({ name }) => roles.get(name)!);
  const sent = await sendWave(house, workspace, { waveId, roleIds, actor }, noMail);
  if (sent.kind !== 'sent' || sent.invited !== asked.length) throw new Error(JSON.stringify(sent));
  const invitations = await house.db
    .selectFrom('invitation')
    .select(['id', 'role_assignment_id as roleId'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
  for (const { name, scores } of asked) {
    const score = scores[at];
    if (score === null) continue;
    const { id } = invitations.find(({ roleId }) => roleId === roles.get(name))!;
    const kept = await answer(house, linkToken(house.env.appSecret, 'answer', id, 1), {
      [QUESTION]: String(score),
    });
    if (kept.kind !== 'kept') throw new Error(kept.kind);
  }
}
