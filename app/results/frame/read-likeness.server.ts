import { namedValues, readValues } from '#app/audience/attribute/read-values.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { languageName } from '#app/survey/translation/language.ts';
import type { AskedSeat } from './asked.store.server.ts';
import { type Framed, type Representation, representationOf } from './representation.ts';
import type { SortedAsked } from './sort-asked.server.ts';

/** Whether those heard of ONE persona are like the silent, by what was known of them when the wave was sent. */
export async function readLikeness(
  db: Db,
  workspace: Workspace,
  { heard, silent }: SortedAsked,
  sentAt: number,
): Promise<Representation | null> {
  const seats = [...heard, ...silent];
  const [accounts, people] = await Promise.all([
    valuesOf(db, workspace, 'account', seats),
    valuesOf(db, workspace, 'person', seats),
  ]);
  return representationOf(
    seats.map((seat) => toFramed(seat, sentAt, [accounts(seat.accountId), people(seat.personId)])),
  );
}
type FactsOf = (holderId: string) => Facts;

/** The attributes of accounts, or of people, by name. */
async function valuesOf(
  db: Db,
  workspace: Workspace,
  about: 'account' | 'person',
  seats: readonly AskedSeat[],
): Promise<FactsOf> {
  const ids = [...new Set(seats.map((seat) => (about === 'account' ? seat.accountId : seat.personId)))];
  const read = await readValues(db, workspace, about, ids);
  return (holderId) => namedValues(read, holderId);
}

type Facts = Readonly<Record<string, string>>;

function toFramed(seat: AskedSeat, sentAt: number, [account, person]: readonly [Facts, Facts]): Framed {
  const language: Facts = seat.language === null ? {} : { Language: languageName(seat.language, 'en') };
  const days = Math.max(0, Math.round((sentAt - seat.startedAt) / DAY));
  return { heard: seat.answeredAt !== null, facts: { ...language, ...person, ...account }, days };
}
