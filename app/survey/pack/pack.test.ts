import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASE_PERSONAS, BASES } from '#app/persona/persona.ts';
import { checkDraft } from '../draft/check-draft.ts';
import { draftFrom } from '../draft/draft.ts';
import { lengthOf } from '../length/length.ts';
import type { Answers } from '../logic/answers.ts';
import { pageFrom } from '../logic/pages.ts';
import { pathOf } from '../logic/path.ts';
import { pipesIn } from '../logic/piping.ts';
import { readAlong, readGiven } from '../logic/read-along.ts';
import type { Given } from '../question/given.ts';
import type { Testable } from '../question/room.ts';
import { roomOf } from '../question/rooms.ts';
import { OTHER } from '../question/shared.ts';
import type { Question } from '../question.ts';
import { inLanguage, textsOf } from '../texts.ts';
import { checkWording } from '../wording/check-wording.ts';
import { OCCASION_WORDS, OCCASIONS, whyNotFor } from './occasion.ts';
import { PACKS } from './packs.ts';
import { RECOMMEND } from './steady.ts';

const named = PACKS.map((pack) => [`${pack.occasion} for ${pack.base}`, pack] as const);

test('each occasion has one pack for a base, or one sentence why not', () => {
  for (const occasion of OCCASIONS)
    for (const base of BASES) {
      const packs = PACKS.filter((pack) => pack.occasion === occasion && pack.base === base);
      expect([occasion, base, packs.length]).toEqual([occasion, base, whyNotFor(occasion, base) ? 0 : 1]);
    }
  expect(Object.keys(OCCASION_WORDS)).toEqual([...OCCASIONS]);
});

test('likelihood to recommend is asked in one wording, so that its series go on', () => {
  const wordings = PACKS.flatMap(({ set }) =>
    set.questions.filter(({ kind }) => kind === 'recommend').map(({ wording }) => wording),
  );
  expect(new Set(wordings)).toEqual(new Set([RECOMMEND.wording[0]]));
  expect(wordings[0]).toMatch(
    /^How likely is it that you would recommend .+ to a colleague or peer at another company\?$/,
  );
});

describe.each(named)('the pack %s', (_, { base, name, why, purposeHints, set }) => {
  const german = set.translations!.de!;

  test('can be published for its persona as it stands', () => {
    const persona = { base, plural: BASE_PERSONAS[base].plural };
    expect(checkDraft(draftFrom(set), persona, set.translations)).toMatchObject({ kind: 'ready', set });
  });

  test('asks 3 to 6 questions in under two minutes', () => {
    expect(set.questions.length).toBeGreaterThanOrEqual(3);
    expect(set.questions.length).toBeLessThanOrEqual(6);
    expect(lengthOf(set.questions).most).toBeLessThanOrEqual(120);
  });

  test('says what it is for, and ideas of a purpose that fit its fields', () => {
    for (const words of [name, why, ...Object.values(purposeHints)]) expect(words.trim()).not.toBe('');
    expect(name.length).toBeLessThanOrEqual(80);
    for (const hint of Object.values(purposeHints)) expect(hint.length).toBeLessThanOrEqual(300);
  });

  test('has every text in German, filled in with the same facts', () => {
    const texts = textsOf(set);
    expect(Object.keys(german).sort()).toEqual(texts.map(({ place }) => place).sort());
    for (const { place, text } of texts) {
      const facts = (words: string) => pipesIn(words).map((pipe) => pipe.name);
      expect([place, facts(german[place]!)]).toEqual([place, facts(text)]);
      for (const { fallback } of pipesIn(german[place]!)) expect(fallback).not.toBeNull();
      expect(german[place]!.trim()).not.toBe('');
    }
  });

  test('leaves nothing to settle in its words, in either language', () => {
    const persona = { base, name: BASE_PERSONAS[base].name, plural: BASE_PERSONAS[base].plural };
    for (const language of ['en', 'de'])
      expect(checkWording(textsOf(inLanguage(set, language)), { language, persona }).findings).toEqual([]);
  });

  test('is finished whatever is answered, in one form or page by page', () => {
    fc.assert(
      fc.property(anyGiven(set.questions), (given) => {
        const answers = readGiven(set.questions, given);
        const path = pathOf(set.questions, answers);
        const read = readAlong(set.questions, given);
        const missing = path.filter(({ key, required }) => required && !answers.has(key));
        expect(read.kind).toBe(missing.length > 0 ? 'faulty' : 'read');
        expect(pagesWalked(set.questions, answers)).toEqual(path.map(({ key }) => key));
      }),
    );
  });

  test('asks each of its questions of somebody', () => {
    const met = new Set<string>();
    for (const given of fc.sample(anyGiven(set.questions), { numRuns: 400, seed: 7 }))
      for (const { key } of pathOf(set.questions, readGiven(set.questions, given))) met.add(key);
    expect([...met].sort()).toEqual(set.questions.map(({ key }) => key).sort());
  });
});

/** Blank, or an answer that the kind can hold, for every question, on the path or off it. */
function anyGiven(questions: readonly Question[]): fc.Arbitrary<Given> {
  const fields = questions.map((question) =>
    fc.option(valueFor(roomOf(question).testable(question))).map((value) => fieldsOf(question.key, value)),
  );
  return fc.tuple(...fields).map((entries) => new Map(entries.flat()));
}

function fieldsOf(key: string, value: string | null): [string, string[]][] {
  if (value === null) return [];
  return value === OTHER
    ? [
        [key, [value]],
        [`${key}.other`, ['Something of ours']],
      ]
    : [[key, [value]]];
}

function valueFor(testable: Testable): fc.Arbitrary<string> {
  if (testable.kind === 'number')
    return fc.integer({ min: testable.low ?? 0, max: testable.high ?? 10 }).map(String);
  if (testable.kind === 'choice') return fc.constantFrom(...testable.options.map(({ key }) => key));
  return fc.constantFrom('Too slow', 'nothing');
}

function pagesWalked(questions: readonly Question[], answers: Answers): string[] {
  const seen: string[] = [];
  for (let page = pageFrom(questions, answers, -1); page; page = pageFrom(questions, answers, page.index))
    seen.push(...page.questions.map(({ key }) => key));
  return seen;
}
