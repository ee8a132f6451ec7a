import { readCameBack } from '#app/delivery/came-back/read-came-back.server.ts';
import { readDoubts } from '#app/delivery/doubt/read-doubts.server.ts';
import type { MailStanding } from '#app/delivery/message-state.ts';
import { readWaveMail } from '#app/delivery/read-wave-mail.server.ts';
import { readTimeLeft } from '#app/delivery/time-left/read-time-left.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readOrdered } from '#app/programme/order/read-ordered.server.ts';
import { MAIL_PAGE } from './mail-query.ts';

/** Lines of a list of mails that need somebody. */
const LINES = 50;

/** What became of a send's mails: how they stand, which came back, which are in doubt, and how long the rest takes. */
export async function showMail(
  { db, clock, env }: Pick<House, 'db' | 'clock' | 'env'>,
  workspace: Workspace,
  { waveId, ...query }: { waveId: string; standing: MailStanding; offset: number },
) {
  const mail = await readWaveMail(db, workspace, { waveId, ...query, limit: MAIL_PAGE });
  const cameBack = await readCameBack(db, workspace, { waveId, limit: LINES });
  const doubts = await readDoubts(db, workspace, { waveId, limit: LINES });
  const waiting = mail.asked - mail.settled;
  const { unready, leftOut } = await readOrdered(db, workspace, waveId);
  const timeLeft = await readTimeLeft(db, workspace, { waveId, waiting, now: clock.now() });
  return {
    ...mail,
    unready,
    leftOut,
    timeLeft,
    staysHere: env.smtpUrl === 'mailbox:',
    cameBack: { ...cameBack, lines: cameBack.lines.map(withPerson) },
    doubts: doubts && {
      ...doubts,
      lines: doubts.lines.map(({ id, ...line }) => ({ ...withPerson(line), slug: toSlug('message', id) })),
    },
  };
}

function withPerson<T extends { personId: string }>({ personId, ...line }: T) {
  return { ...line, personSlug: toSlug('person', personId) };
}
