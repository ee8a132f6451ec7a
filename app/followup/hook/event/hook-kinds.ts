import { z } from 'zod';

/** A name and no figure: nothing that is sent has a place for a number. */
const Persona = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });
const Id = z.string().min(1).max(100);
const Name = z.string().max(500);
const Words = z.string().max(20_000);
const Day = z.iso.date();

const where = { programme: Id, wave: Id.nullable() };
const who = { account: Id.nullable(), person: Id.nullable() };
const names = { account_name: Name.nullable(), person_name: Name.nullable() };

const followUp = { follow_up: Id, persona: Persona, ...where, ...who, owner: Id, due_on: Day };
const followUpNames = z.strictObject({ ...names, owner_name: Name, what: Words });
const waveData = z.strictObject({
  ...{ wave: Id, wave_name: Name, programme: Id, programme_name: Name },
  /** Whom it asks, or asked: each by name, and nothing over all of them. */
  personas: z.array(Persona),
});
const nobody = z.strictObject({});

interface HookKind {
  label: string;
  /** What every receiver is sent. */
  data: z.ZodObject;
  /** What is sent beside it to a receiver that carries names and words. */
  names: z.ZodObject;
}

/** Everything that a webhook can tell of. What is about one persona names it, and what is not says nothing of answers. */
export const HOOK_KINDS = {
  'follow_up.opened': {
    label: 'A follow-up was opened',
    data: z.strictObject({ ...followUp, opened_by: z.enum(['member', 'rule']) }),
    names: followUpNames,
  },
  'follow_up.changed': {
    label: 'A follow-up was changed or closed',
    data: z.strictObject({
      ...followUp,
      state: z.enum(['open', 'doing', 'done', 'declined']),
      was_told: z.boolean(),
    }),
    names: followUpNames,
  },
  'told_back.sent': {
    label: 'Respondents were told what came of it',
    data: z.strictObject({
      ...{ programme: Id, programme_name: Name, wave: Id, wave_name: Name, persona: Persona },
    }),
    names: z.strictObject({ words: Words.nullable() }),
  },
  'action_debt.reached': {
    label: 'A persona may not be asked again before they are told',
    data: z.strictObject({
      ...{ programme: Id, programme_name: Name, wave: Id.nullable(), wave_name: Name.nullable() },
      ...{ persona: Persona, promised_on: Day },
    }),
    names: nobody,
  },
  'wave.sent': { label: 'A wave was sent', data: waveData, names: nobody },
  'wave.closed': { label: 'A wave was closed', data: waveData, names: nobody },
  'person.left': {
    label: 'Somebody said that they have left',
    data: z.strictObject({ person: Id, account: Id, persona: Persona, wave: Id, programme: Id }),
    names: z.strictObject({ person_name: Name, account_name: Name }),
  },
  'alert.raised': {
    label: 'An alert was raised',
    data: z.strictObject({ alert: Id, rule: Name, persona: Persona, ...where, ...who }),
    names: z.strictObject({ ...names, words: Words.nullable() }),
  },
  'endpoint.test': {
    label: 'A test',
    data: z.strictObject({ endpoint: Id, note: Name }),
    names: nobody,
  },
} as const satisfies Record<string, HookKind>;

export type HookKindName = keyof typeof HOOK_KINDS;

/** What an endpoint may be told of; a test goes only where it was asked for. */
export type WantableKind = Exclude<HookKindName, 'endpoint.test'>;
export const WANTABLE = Object.keys(HOOK_KINDS).filter(
  (kind): kind is WantableKind => kind !== 'endpoint.test',
);

export function isWantable(text: string): text is WantableKind {
  return (WANTABLE as readonly string[]).includes(text);
}

/** Something that happened, as its stage tells it. Ids are written as the API writes them. */
export type Happening = {
  [K in HookKindName]: {
    kind: K;
    /** What it happened to; with the kind it names one happening, which is told once. */
    subject: string;
    at: number;
    data: z.infer<(typeof HOOK_KINDS)[K]['data']>;
    /** Null in each place where the respondents were promised that nobody would see it. */
    names: z.infer<(typeof HOOK_KINDS)[K]['names']>;
  };
}[HookKindName];
