import type { House } from '#app/platform/house.ts';
import type { PlainRequest } from '#app/platform/http/plain-exchange.ts';
import { everySecret, keyedHash } from '#app/platform/secrets.server.ts';
import { chosenLanguage } from '#app/survey/translation/chosen-language.ts';
import { laneIn } from '../asked-lane.server.ts';
import { deviceHash, keepDevice, newDevice, readDevice } from '../device.server.ts';
import { lineOf } from '../network.ts';
import type { RespondentDoor } from '../respondent-door.ts';
import type { SharedLinkOpened } from './open-shared.server.ts';
import { hasAnswered } from './shared.store.server.ts';

/** What the doors of a shared link are given besides the request. */
export interface SharedVisit {
  house: House;
  token: string;
}

/** A line that answers come from, as the limits of a link know it: a keyed hash, another one for each link. */
export function networkHash(
  { house }: SharedVisit,
  { id }: Pick<SharedLinkOpened, 'id'>,
  address: string,
): string {
  return keyedHash(house.env.appSecret, 'shared network', `${id}|${lineOf(address)}`).toString('base64url');
}

/** The browser that came, as far as one answer per device needs it. */
export interface Device {
  /** What is stored of it once it has answered; null where it may answer again. */
  hash: string | null;
  /** Gives it the cookie, where it has none. */
  headers: Record<string, string>;
  hasAnswered: boolean;
}

export async function deviceOf(
  request: PlainRequest,
  { house }: SharedVisit,
  link: SharedLinkOpened,
): Promise<Device> {
  if (!link.onePerDevice) return { hash: null, headers: {}, hasAnswered: false };
  const { env, db } = house;
  const known = readDevice(request.cookies, env.publicUrl);
  const device = known ?? newDevice();
  const headers: Device['headers'] = {};
  if (known === null) headers['set-cookie'] = keepDevice(device, env.publicUrl);
  // A device that answered under a former secret has answered all the same.
  const hashes = everySecret(env).map((secret) => deviceHash(secret, device, link.id));
  const answered = known !== null && (await hasAnswered(db, link.workspace, { linkId: link.id, hashes }));
  return { hash: hashes[0]!, headers, hasAnswered: answered };
}

/** The questions of a persona in the language that this visitor reads; null for one that is not asked. */
export async function askedIn(
  link: SharedLinkOpened,
  personaId: string,
  request: PlainRequest,
  asked: string | null,
): Promise<RespondentDoor | null> {
  const found = await link.laneOf(personaId);
  if (!found) return null;
  const { lane, door } = found;
  const language = chosenLanguage({
    ...{ asked, personLanguage: null, acceptLanguage: request.acceptLanguage },
    ...{ spoken: door.languages, written: door.language },
  });
  return language === door.language ? door : { ...door, ...laneIn(lane, language) };
}
