import { keepResponse } from '#app/answering/keep-response.server.ts';
import type { House } from '#app/platform/house.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { countLater } from '#app/results/count-later.server.ts';
import { type Desk, noMail, seat } from './asking.ts';

/** Asks one person in a wave and returns the token of their answer link. */
export async function ask(desk: Desk, waveId: string, given: Parameters<typeof seat>[1]): Promise<string> {
  const roleIds = await seat(desk, given);
  const sent = await sendWave(desk.house, desk.workspace, { waveId, roleIds, actor: desk.memberId }, noMail);
  if (sent.kind !== 'sent' || sent.invited !== 1) throw new Error(`not asked: ${JSON.stringify(sent)}`);
  const invitation = await desk.house.db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', desk.workspace.id)
    .where('wave_id', '=', waveId)
    .where('role_assignment_id', '=', roleIds[0]!)
    .executeTakeFirstOrThrow();
  return linkToken(desk.house.env.appSecret, 'answer', invitation.id, 1);
}

/** Answers by link with the values of a form. */
export function answer(
  house: House,
  token: string,
  values: Record<string, string | string[]>,
  submitId = house.ids.make(),
) {
  const given = new Map(Object.entries(values).map(([key, value]) => [key, [value].flat()]));
  return keepResponse(house, { token, submitId, given }, countLater);
}
