import { DAY } from '#app/platform/clock.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { type QueueMessages, sendWave } from '#app/programme/send-wave.server.ts';
import { type Desk, noMail, type Seat, seat } from './asking.ts';
import type { TestHouse } from './house.ts';

/** Seats somebody, lets their role grow old, and asks them about it before anything else; the token of their link. */
export async function askFirst(
  { clock }: TestHouse,
  desk: Desk,
  waveId: string,
  { queue = noMail, ...given }: Partial<Seat> & { queue?: QueueMessages } = {},
): Promise<{ token: string; roleId: string }> {
  const [roleId] = await seat(desk, { name: 'Dana Reyes', personaIds: ['buyer'], ...given });
  clock.advance(200 * DAY);
  const ask = { waveId, roleIds: [roleId!], stale: 'ask_first' as const, actor: desk.memberId };
  const sent = await sendWave(desk.house, desk.workspace, ask, queue);
  if (sent.kind !== 'sent' || sent.askedFirst !== 1) throw new Error(`not asked: ${JSON.stringify(sent)}`);
  const { id } = await desk.house.db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', desk.workspace.id)
    .where('wave_id', '=', waveId)
    .where('role_assignment_id', '=', roleId!)
    .executeTakeFirstOrThrow();
  return { token: linkToken(desk.house.env.appSecret, 'answer', id, 1), roleId: roleId! };
}
