import { expect } from 'vitest';
import type { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import type { SplitOut } from '#app/results/wire/result-wire.ts';
import { accountNamed, expectNoBlend, type World, wordsOf } from './world.ts';

type Split = z.infer<typeof SplitOut>;

export const asks = <T>({ caller, wave }: World, query: string) =>
  caller.get<T>(`/results?wave=${wave}${query}`);

/** The refusal with what is given instead of one number: each persona’s own, in the order of lanes. */
export async function expectSplit(world: World, query: string, code: string): Promise<Split['error']> {
  const { status, body, text } = await asks<Split>(world, query);
  expect([query, status, body.error?.code]).toEqual([query, 422, code]);
  const by = body.error.instead.by_persona;
  expect(by.map(({ persona, score }) => [persona.id, score])).toEqual([
    ['end_user', 30],
    ['buyer', -33],
  ]);
  expect(body.error.personas).toEqual([
    { id: 'end_user', answers: 10 },
    { id: 'buyer', answers: 6 },
  ]);
  expectNoBlend(text);
  return body.error;
}

/** No word beside the wave is a way to one number: none is known, and without it the same request is the split. */
export async function expectNoMeasure(world: World, queries: readonly string[]): Promise<void> {
  for (const query of queries) {
    await expectInvalid(world, query, unrecognized(query));
    await expectUnmoved(world, query);
  }
  await expectSplit(world, '', 'PERSONA_REQUIRED');
}

/** A word for one number over personas gets each of theirs, and why; of one persona that was named it means nothing. */
export async function expectNoComposite(world: World, queries: readonly string[]): Promise<void> {
  for (const query of queries) {
    for (const whose of ['', '&persona=end_user,buyer', '&persona=*&persona=']) {
      const { message } = await expectSplit(world, `&${query}${whose}`, 'COMPOSITE_REFUSED');
      expect(message).toContain('The mean of +30 and −33 describes nobody: it would be an orple.');
    }
    await expectInvalid(world, `${query}&persona=buyer`, unrecognized(query));
    await expectUnmoved(world, query);
    await expectCompositeRefused(world, `/results/waves/${world.wave}?${query}`, [30, -33]);
    const account = toSlug('account', await accountNamed(world, 'Account 0'));
    // One answer of each there, which no score is made of.
    await expectCompositeRefused(world, `/committees/${account}?wave=${world.wave}&${query}`, [null, null]);
  }
  await expectSplit(world, '', 'PERSONA_REQUIRED');
}

/** The same where every persona is told at once. */
async function expectCompositeRefused(
  { caller }: World,
  path: string,
  scores: readonly (number | null)[],
): Promise<void> {
  const { status, body, text } = await caller.get<Split>(path);
  expect([path, status, body.error?.code]).toEqual([path, 422, 'COMPOSITE_REFUSED']);
  expect(body.error.instead.by_persona.map(({ score }) => score)).toEqual(scores);
  expectNoBlend(text);
}

const unrecognized = (query: string) => ({
  pointer: '#',
  detail: `Unrecognized key: "${query.split('=')[0]}"`,
});

/** The pages say what they say without it. */
async function expectUnmoved(world: World, query: string): Promise<void> {
  for (const path of [`/overview?wave=${world.wave}`, `/results?wave=${world.wave}`]) {
    const page = await wordsOf(world.admin, `${path}&${query.split('&')[0]}`);
    expect(page).toBe(await wordsOf(world.admin, path));
  }
}

export async function expectInvalid(world: World, query: string, fault: object): Promise<void> {
  const { status, body, text } = await asks<Problem>(world, `&${query}`);
  expect([query, status, body.code]).toEqual([query, 422, 'INVALID']);
  expect(body.errors).toMatchObject([fault]);
  expectNoBlend(text);
}
