import type { Account } from '#app/audience/account.ts';
import type { Persona, PersonaLabel } from '#app/persona/persona.ts';
import type { Pattern } from '#app/results/alignment.ts';
import type { Apart } from '#app/results/apart.ts';
import type { Coverage } from '#app/results/coverage.ts';
import type { Seat } from './seat.ts';

/** A wave in which somebody at the account was asked or heard. */
export interface CommitteeWave {
  id: string;
  name: string;
  programmeName: string;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
  sentAt: number | null;
  closedAt: number | null;
}

/** One account with all its personas: a picture, in which no number stands for the account (DOMAIN A7). */
export interface Committee {
  account: Account;
  /** The waves in which somebody here was asked or heard, the newest first. */
  waves: CommitteeWave[];
  /** The one that the states, the gap and the words are of; null where nobody here was ever asked. */
  wave: CommitteeWave | null;
  /** False where answers were given in confidence: then nobody is told who was heard. */
  isTold: boolean;
  lanes: CommitteeLane[];
  /** Null where nobody is told. */
  coverage: Coverage | null;
  stances: Stance[];
  pattern: Pattern;
  /** The only persona that was heard; null with none or several. */
  trunk: { persona: Persona; people: number } | null;
  gaps: AccountGap[];
  history: Change[];
}

export interface CommitteeLane {
  persona: Persona;
  /** How many people of it should be heard at every account. */
  required: number;
  sitting: Seat[];
  left: Seat[];
  /** Seats that should be filled and are not. */
  vacant: number;
  /** Since when nobody sits here, if somebody left. */
  emptySince: number | null;
  /** People heard in the wave that is shown, those without a seat included; null where nobody is told. */
  heard: number | null;
  /** What they answered and wrote there, each under the name of who did. */
  voices: LaneVoice[];
}

/** One person of one persona in the wave that is shown. */
export interface LaneVoice {
  responseId: string;
  personName: string | null;
  answeredAt: number;
  /** Their own answer, 0 to 10. */
  score: number | null;
  texts: { words: string; about: string | null }[];
  /** They hold no role here, as far as anybody wrote down. */
  isSeated: boolean;
}

/** What one persona's line of the pattern says. */
export interface Stance {
  persona: PersonaLabel;
  /** How many it is said of: those heard, else those who sit there. */
  people: number;
  label: 'happy' | 'in between' | 'critical' | 'heard, no score' | 'not heard' | 'empty seat';
}

/** Two personas held apart, each end with its single answers. */
export interface AccountGap extends Apart {
  higherAnswers: readonly number[];
  lowerAnswers: readonly number[];
  /** Scores and their interval, in a sentence that names both; null where one side has too few for a score. */
  scores: string | null;
}

/** Somebody came into a role here, or went. */
export interface Change {
  kind: 'came' | 'went';
  at: number;
  persona: Persona;
  personName: string | null;
  reason: string | null;
}
