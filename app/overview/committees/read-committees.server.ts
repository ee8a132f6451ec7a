import { Temporal } from 'temporal-polyfill';
import { apartShareWords } from '#app/committee/apart-share.ts';
import { listCommitteesApart } from '#app/committee/list-apart.server.ts';
import { listSilentSeats } from '#app/committee/list-silent-seats.server.ts';
import type { Persona, PersonaLabel } from '#app/persona/persona.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { formatDistance } from '#app/results/display.ts';
import type { WaveLine } from '#app/results/lane.store.server.ts';
import type { Lane } from '#app/results/read-lanes.server.ts';
import { APART_SHOWN, askedWords, type Committees, RENEWAL_DAYS, SILENT_SHOWN } from './committees.ts';

/** Where committees pull apart in a wave, and which buyers are silent before a renewal, whichever wave asked them. */
export async function readCommittees(
  house: Pick<House, 'reading' | 'env'>,
  workspace: Workspace,
  { wave, lanes, now }: { wave: WaveLine; lanes: readonly Lane[]; now: number },
): Promise<Committees> {
  const { reading: db } = house;
  const { timeZone } = await readAskingRules(db, workspace);
  const today = dayIn(timeZone, now);
  const [{ found, share }, silent] = await Promise.all([
    listCommitteesApart(db, workspace, { wave, lanes, limit: APART_SHOWN }),
    listSilentSeats(house, workspace, { days: RENEWAL_DAYS, today, limit: SILENT_SHOWN }),
  ]);
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
      days: Temporal.PlainDate.from(today).until(renewalOn, { largestUnit: 'day' }).days,
    })),
  };
}

function label({ id, base, name, plural }: Persona | PersonaLabel): PersonaLabel {
  return { id, base, name, plural };
}
