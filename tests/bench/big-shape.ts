import { DAY } from '#app/platform/clock.ts';

export const PERSONAS = ['end_user', 'influencer', 'buyer', 'advocate'] as const;
export const RARE_WORD = 'xylophone';

/** Of so many answers: how the workspace of a large firm is shaped, and the same a hundred times smaller. */
export interface Shape {
  answers: number;
  accounts: number;
  people: number;
  /** Who is asked in the large wave is everybody; it gets two fifths of all responses. */
  large: number;
  /** Responses of each of the other waves. */
  small: number;
}

export const QUESTIONS = 10;
export const WAVES = 40;
export function shapeOf(answers: number): Shape {
  const responses = Math.floor(answers / QUESTIONS);
  const large = Math.floor(responses * 0.4);
  return {
    answers,
    accounts: Math.max(20, Math.floor(responses / 50)),
    people: Math.floor(responses / 2),
    large,
    small: Math.floor((responses - large) / (WAVES - 1)),
  };
}

/** A wave as it is filled. */
export interface BigWave {
  id: string;
  sentAt: number;
  asked: number;
  heard: number;
  isOpen: boolean;
}

const KINDS = { account: 1, person: 2, role: 3, employment: 4, invitation: 5, message: 6, response: 7 };

/** An id of the form that all have, of the same thing each time. */
export function idOf(kind: keyof typeof KINDS, number: number, wave = 0): string {
  const tail = `${wave.toString(16).padStart(3, '0')}${number.toString(16).padStart(9, '0')}`;
  return `01900000-000${KINDS[kind]}-7000-8000-${tail}`;
}

export function personaOf(person: number): number {
  return person % PERSONAS.length;
}

/** Some accounts have many people and most a few, as it is. */
export function accountOf(person: number, { accounts, people }: Shape): number {
  const spread = ((person * 7919) % people) / people;
  return Math.floor(accounts * spread ** 1.5);
}

/** Everybody in an order that has nothing to do with who is asked or answers, which a prime mixes. */
export function shuffled(at: number, { people }: Shape): number {
  return (at * 104_729) % people;
}

export function invitationOf(wave: BigWave, person: number): string {
  return idOf('invitation', person, waveNumber(wave));
}

/** Waves lie forty days apart. */
export function waveNumber({ sentAt }: Pick<BigWave, 'sentAt'>): number {
  return Math.floor(sentAt / (40 * DAY)) % 4096;
}

/** One with as many people as accounts have on average, whatever the size of the house. */
export function typicalAccount({ accounts }: Shape): number {
  return Math.floor(accounts * 0.3);
}
