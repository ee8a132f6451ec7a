import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { chosenLanguage } from '#app/survey/translation/chosen-language.ts';
import { laneIn } from './asked-lane.server.ts';
import type { KnownLink } from './open-link.server.ts';
import { OpenedLinks } from './opened-links.ts';
import type { RespondentDoor } from './respondent-door.ts';
import { tappedNumber } from './sent-form.ts';

/** What a respondent's door is given besides the request. */
export interface Visit {
  house: House;
  /** The token of the path. */
  token: string;
}

/** The door in the language that this visitor reads. */
export function doorInLanguage(link: KnownLink, request: PlainRequest, asked: string | null): RespondentDoor {
  const { door, lane, personLanguage } = link;
  const { languages, language: written } = door;
  if (languages.length === 1) return door;
  const { acceptLanguage } = request;
  const language = chosenLanguage({ asked, personLanguage, acceptLanguage, spoken: languages, written });
  return language === written ? door : { ...door, ...laneIn(lane, language) };
}

const opened = new WeakMap<Db, OpenedLinks>();

function openedLinks(db: Db): OpenedLinks {
  const known = opened.get(db) ?? new OpenedLinks();
  opened.set(db, known);
  return known;
}

/** The link in a mail that no person sees: `?k=1`. */
const UNSEEN = 'k';

/** Remembers, in this process alone, an opening that may be a machine's: a number of the mail, or the unseen link. */
export function noteOpening({ house, token }: Visit, query: URLSearchParams): void {
  const tapped = tappedNumber(query);
  if (tapped !== null) openedLinks(house.db).note(hashToken(token), tapped, house.clock.now());
  if (query.has(UNSEEN)) openedLinks(house.db).noteUnseen(hashToken(token), house.clock.now());
}

const NOTHING_SEEN = { manyNumbers: false, unseenLink: false };

export function openingsOf({ house, token }: Visit): { manyNumbers: boolean; unseenLink: boolean } {
  const links = openedLinks(house.db);
  return links.isEmpty ? NOTHING_SEEN : links.signsOf(hashToken(token), house.clock.now());
}
