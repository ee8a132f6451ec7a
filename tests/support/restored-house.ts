import { settleWhereabouts } from '#app/delivery/armed/settle-whereabouts.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { toSlug } from '#app/platform/ids.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { draftWave, seat } from './asking.ts';
import { openDnsServer } from './dns-server.ts';
import { type OpenDoors, openDoors } from './doors.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from './house.ts';

export interface RestoredPlaces {
  /** The send whose messages wait. */
  restoredWave: string;
}

const D = 'northwind.example';

/** A database that was put back while messages waited in it, with a mail server and records that are half in order. */
export async function openRestored(): Promise<{ test: TestHouse; doors: OpenDoors; places: RestoredPlaces }> {
  const dns = await openDnsServer({
    [D]: { TXT: ['v=spf1 include:spf.mail.example ~all'], MX: [`10 mx.${D}`] },
    'spf.mail.example': { TXT: ['v=spf1 ip4:198.51.100.0/24 -all'] },
    'smtp.mail.example': { A: ['198.51.100.7'] },
    [`mx.${D}`]: { A: ['198.51.100.9'] },
  });
  const vars = { SMTP_URL: 'smtp://smtp.mail.example', MAIL_FROM: `ask@${D}`, DNS_SERVERS: dns.address };
  const open = await openTestHouse({ time: systemClock, vars });
  const { house } = open;
  const desk = { house, ...(await foundTestWorkspace(house)) };
  const { workspace, memberId: actor } = desk;
  const { waveId } = await draftWave(desk, ['buyer']);
  const roleIds = [];
  for (const name of ['Henrik Aalto', 'Devika Nair', 'Ruth Achterberg'])
    roleIds.push(...(await seat(desk, { name, personaIds: ['buyer'] })));
  await sendWave(house, workspace, { waveId, roleIds, actor }, queueMessages(house));
  await settleWhereabouts(house);
  const why =
    'The database lies in another place than the one it was last sent from, so it was copied or restored.';
  await house.db
    .updateTable('installation')
    .set({ restored_at: house.clock.now(), restored_why: why })
    .where('id', '=', 1)
    .execute();
  const close = async () => {
    await open.close();
    await dns.close();
  };
  return {
    test: { ...open, close },
    doors: await openDoors(house),
    places: { restoredWave: toSlug('wave', waveId) },
  };
}
