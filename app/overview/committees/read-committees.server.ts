import { Temporal } from 'temporal-polyfill';
import { apartShareWords } from '#app/committee/apart-share.ts';
import { listCommitteesApart } from '#app/committee/list-apart.server.ts';
import { listSilentSeats } from '#app/committee/list-silent-seats.server.ts';
import type { Persona, PersonaLabel } from '#app/persona/persona.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { formatDistance } from '#app/results/display.ts';
import { APART_SHOWN, askedWords, type Committees, RENEWAL_DAYS, SILENT_SHOWN } from './committees.ts';

/** Where committees pull apart in a wave, and which buyers are silent before a renewal, whichever wave asked them. */
export async function readCommittees(
  db: Db,
  workspace: Workspace,
  { waveId, now }: { waveId: string; now: number },
): Promise<Committees> {
  const { timeZone } = await readAskingRules(db, workspace);
  const today = Temporal.PlainDate.from(dayIn(timeZone, now));
  const { found, share } = await listCommitteesApart(db, workspace, { waveId, limit: APART_SHOWN });
  const silent = await listSilentSeats(db, workspace, { days: RENEWAL_DAYS, now, limit: SILENT_SHOWN });
  return {
    share: share && apartShareWords(share),
    apart: found.map(({ accountId, accountName, lower, higher, points, wordedDifferently }) => ({
      accountName,
      to: `/accounts/${toSlug('account', accountId)}`,
      lower: { ...lower, persona: label(lower.persona) },
      higher: { ...higher, persona: label(higher.persona) },
      distance: formatDistance(points, 1),
      wordedDifferently,
    })),
    silent: silent.map(({ personId, personName, persona, accountName, renewalOn, timesAsked, heardAt }) => ({
      key: `${personId} ${accountName}`,
      ...{ persona: label(persona), accountName, personName, renewalOn },
      to: `/people/${toSlug('person', personId)}`,
      asked: askedWords(timesAsked, heardAt !== null),
      days: today.until(renewalOn, { largestUnit: 'day' }).days,
    })),
  };
}

function label({ id, base, name, plural }: Persona | PersonaLabel): PersonaLabel {
  return { id, base, name, plural };
}
