import { expect, it } from 'vitest';
import { allWords, lacking, laneWords } from '#tests/support/lane-words.ts';

const html = (body: string, address = '/results') => ({
  ...{ type: 'text/html', address, text: `<html><body><main>${body}</main></body></html>` },
});
const lanes = (endUsers: number, buyers: number) =>
  `<section><h3>End-users</h3><p>${endUsers}</p></section><section><h3>Buyers</h3><p>${buyers}</p></section>`;
const said = (words: ReadonlyMap<string, number>) => [...words.keys()].join();

/** The properties of every door lean on this: it must see what is under whose name. */
it('what stands under the name of one persona is of it, and of no other', () => {
  const buyers = laneWords([html(lanes(30, -20))], 'buyer');
  expect(said(buyers)).toContain('-20');
  expect(said(buyers)).not.toContain('30');
});

it('what stands beside both is of neither', () => {
  const page = [html(`${lanes(1, 2)}<b>5</b>`)];
  for (const persona of ['end_user', 'buyer']) expect(said(laneWords(page, persona))).not.toContain('["5"]');
  expect([...allWords(page)].join()).toContain('["5"]');
});

it('an address that names one persona says whose a number is that stands alone', () => {
  expect(said(laneWords([html('<b>5</b>', '/results/buyer')], 'buyer'))).toContain('["5"]');
});

it('is read in data and in lines as in pages', () => {
  const data = JSON.stringify({
    by: ['buyer', 'end_user'].map((persona, i) => ({ persona, score: i })),
    all: 9,
  });
  const json = { type: 'application/json', address: '/', text: data };
  expect([...laneWords([json], 'buyer').keys()]).toEqual(['persona: "buyer"', 'score: 0']);
  const csv = { type: 'text/csv', address: '/', text: 'Persona,Score\nBuyer,3\nAll,9' };
  expect([...laneWords([csv], 'buyer').keys()]).toEqual(['Buyer,3']);
});

it('a number that stands there twice and then once is lacking once', () => {
  const csv = (text: string) => laneWords([{ type: 'text/csv', address: '/', text }], 'buyer');
  expect(lacking(csv('Buyer,3\nBuyer,3'), csv('Buyer,3'))).toEqual(['Buyer,3']);
});
