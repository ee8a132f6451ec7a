import { Temporal } from 'temporal-polyfill';
import { apartShareWords } from '#app/committee/apart-share.ts';
import { listCommitteesApart } from '#app/committee/list-apart.server.ts';
import { listSilentSeats } from '#app/committee/list-silent-seats.server.ts';
import type { Persona, PersonaLabel } from '#app/persona/persona.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { formatDistance } from '#app/results/display.ts';
import type { WaveLine } from '#app/results/lane.store.server.ts';
import type { Lane } from '#app/results/read-lanes.server.ts';
import { APART_SHOWN, askedWords, type Committees, RENEWAL_DAYS, SILENT_SHOWN } from './committees.ts';

/** Where committees pull apart in a wave. */
export async function readCommitteesApart(
  db: Db,
  workspace: Workspace,
  { wave, lanes }: { wave: WaveLine; lanes: readonly Lane[] },
): Promise<Omit<Committees, 'silent'>> {
  const { found, share } = await listCommitteesApart(db, workspace, { wave, lanes, limit: APART_SHOWN });
  return {
    share: share && apartShareWords(share),
    apart: found.map(({ accountId, accountName, lower, higher, points, wordedDifferently }) => ({
      accountName,
      to: `/committees/${toSlug('account', accountId)}?wave=${toSlug('wave', wave.id)}`,
      lower: { ...lower, persona: label(lower.persona) },
      higher: { ...higher, persona: label(higher.persona) },
      distance: formatDistance(points, 1),
      wordedDifferently,
    })),
  };
}

/** Which buyers are silent before a renewal, whichever wave asked them. */
export async function readSilent(
  house: Pick<House, 'reading' | 'env'>,
  workspace: Workspace,
  now: number,
): Promise<Committees['silent']> {
  const { timeZone } = await readAskingRules(house.reading, workspace);
  const today = dayIn(timeZone, now);
  const silent = await listSilentSeats(house, workspace, { days: RENEWAL_DAYS, today, limit: SILENT_SHOWN });
  return silent.map(({ personId, personName, persona, accountName, renewalOn, timesAsked, heardAt }) => ({
    key: `${personId} ${accountName}`,
    ...{ persona: label(persona), accountName, personName, renewalOn },
    to: `/people/${toSlug('person', personId)}`,
    asked: askedWords(timesAsked, heardAt !== null),
    days: Temporal.PlainDate.from(today).until(renewalOn, { largestUnit: 'day' }).days,
  }));
}

function label({ id, base, name, plural }: Persona | PersonaLabel): PersonaLabel {
  return { id, base, name, plural };
}
