import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HOOK_KINDS, type HookKindName } from './hook-kinds.ts';
import { toCells } from './write-events.server.ts';

type Json = { [key: string]: unknown };

/** Every part of a schema, with the names that lead to it. */
function* partsOf(
  schema: Json,
  path: readonly string[] = [],
): Generator<{ path: readonly string[]; schema: Json }> {
  yield { path, schema };
  for (const [name, inner] of Object.entries((schema.properties ?? {}) as Json))
    yield* partsOf(inner as Json, [...path, name]);
  if (schema.items) yield* partsOf(schema.items as Json, [...path, '[]']);
  for (const inner of (schema.anyOf ?? []) as Json[]) yield* partsOf(inner, path);
}

const SLOTS = Object.entries(HOOK_KINDS).flatMap(([kind, { data, names }]) =>
  [data, names].flatMap((schema) =>
    [...partsOf(z.toJSONSchema(schema) as Json)].map((part) => ({ kind, ...part })),
  ),
);

const persona = { id: 'buyer', name: 'Buyer' };
const wave = { wave: 'wav_1', wave_name: 'Spring', programme: 'pro_1', programme_name: 'Onboarding' };
const followUp = {
  ...{ follow_up: 'fol_1', persona, programme: 'pro_1', wave: null, account: 'acc_1', person: 'per_1' },
  ...{ owner: 'mem_1', due_on: '2026-12-04' },
};
const names = { account_name: 'Acme', person_name: 'Ann' };
const followUpNames = { ...names, owner_name: 'Ifeoma', what: 'Call her back' };

/** One of each kind. */
const TOLD: { [K in HookKindName]: { data: Json; names: Json } } = {
  'follow_up.opened': { data: { ...followUp, opened_by: 'rule' }, names: followUpNames },
  'follow_up.changed': { data: { ...followUp, state: 'done', was_told: true }, names: followUpNames },
  'told_back.sent': { data: { ...wave, persona }, names: { words: 'We mended it.' } },
  'action_debt.reached': { data: { ...wave, persona, promised_on: '2026-11-01' }, names: {} },
  'wave.sent': { data: { ...wave, personas: [persona] }, names: {} },
  'wave.closed': { data: { ...wave, personas: [persona] }, names: {} },
  'person.left': {
    data: { person: 'per_1', account: 'acc_1', persona, wave: 'wav_1', programme: 'pro_1' },
    names,
  },
  'alert.raised': {
    data: {
      ...{ alert: 'ale_1', rule: 'Silent before a renewal', persona, programme: 'pro_1', wave: null },
      ...{ account: 'acc_1', person: null },
    },
    names: { ...names, words: null },
  },
  'endpoint.test': { data: { endpoint: 'end_1', note: 'A test' }, names: {} },
};
const KINDS = Object.keys(TOLD) as HookKindName[];
const write = (kind: HookKindName, told: { data: Json; names: Json }) =>
  toCells({ kind, subject: 'one', at: 0, ...told } as never);

describe('what a webhook can tell', () => {
  it('has no slot for a number, of any persona', () => {
    const numbers = SLOTS.filter(({ schema: { type } }) => type === 'number' || type === 'integer');
    expect(numbers.map(({ kind, path }) => `${kind} ${path.join('.')}`)).toEqual([]);
  });

  it('has no slot that is open: every object is closed, and every text is a text', () => {
    const open = SLOTS.filter(
      ({ schema: { type, additionalProperties, anyOf } }) =>
        (type === undefined && anyOf === undefined) || (type === 'object' && additionalProperties !== false),
    );
    expect(open).toEqual([]);
  });

  it('has no slot whose name promises a figure', () => {
    const figures =
      /(^|_)(scores?|nps|average|mean|total|counts?|shares?|rate|percent|promoters?|detractors?|passives?|figures?|sentiment)($|_)/i;
    expect(SLOTS.filter(({ path }) => figures.test(path.at(-1) ?? ''))).toEqual([]);
  });

  it('names exactly one persona wherever words of a respondent may stand', () => {
    for (const [kind, { data, names: told }] of Object.entries(HOOK_KINDS))
      if ('words' in told.shape || 'what' in told.shape) expect(data.shape, kind).toHaveProperty('persona');
  });

  it.each(KINDS)('%s is written with its persona, and nothing is written beside it', (kind) => {
    const cells = write(kind, TOLD[kind]);
    expect(cells.personaId).toBe('persona' in TOLD[kind].data ? 'buyer' : null);
    expect(cells.namedData).toEqual({ ...TOLD[kind].data, ...TOLD[kind].names });
    for (const name of Object.keys(TOLD[kind].names)) expect(cells.data).not.toHaveProperty(name);
    for (const extra of [
      { score: 3 },
      { nps: -20 },
      { promoters: 7 },
      { persona: 5 },
      { detail: { score: 1 } },
    ]) {
      const { data, names: told } = TOLD[kind];
      expect(() => write(kind, { data: { ...data, ...extra }, names: told })).toThrow();
      expect(() => write(kind, { data, names: { ...told, ...extra } })).toThrow();
    }
  });
});
