import { toSlug } from '#app/platform/ids.ts';
import type { Desk } from './asking.ts';
import { changed, makeEndpoint, tell } from './hooks.ts';

export interface HookPlaces {
  endpoint: string;
}

/** A webhook to which one event went, one was given up, and one waits after an attempt. */
export async function leaveHooks(desk: Desk): Promise<HookPlaces> {
  const { house, workspace } = desk;
  const { id } = await makeEndpoint(desk, 'https://hooks.example.com/rolecall', {
    ...{ description: 'Success desk', kinds: ['follow_up.changed', 'person.left', 'wave.sent'] },
  });
  await tell(
    house,
    workspace,
    ['1', '2', '3'].map((one) => changed(house, one)),
  );
  const now = house.clock.now();
  const outcomes = [
    { state: 'delivered', attempts: 1, last_status: 200, last_reason: null, took_ms: 84, settled_at: now },
    { state: 'given_up', attempts: 10, last_status: 500, last_reason: 'It answered 500.', settled_at: now },
    { state: 'waiting', attempts: 2, last_status: null, last_reason: 'No answer within five seconds.' },
  ] as const;
  const rows = house.db.selectFrom('hook_delivery').select('event_id as eventId').orderBy('event_id');
  const waiting = await rows.where('workspace_id', '=', workspace.id).where('endpoint_id', '=', id).execute();
  for (const [at, { eventId }] of waiting.entries())
    await house.db
      .updateTable('hook_delivery')
      .set(outcomes[at]!)
      .where('workspace_id', '=', workspace.id)
      .where('endpoint_id', '=', id)
      .where('event_id', '=', eventId)
      .execute();
  return { endpoint: toSlug('endpoint', id) };
}
