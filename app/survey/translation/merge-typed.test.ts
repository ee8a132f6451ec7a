import { describe, expect, it } from 'vitest';
import { seenOf } from './fingerprint.ts';
import type { KeptTexts } from './kept-text.ts';
import { mergeTyped, type TypedText } from './merge-typed.ts';
import type { Original } from './original.ts';

const original = (place: string, text: string): Original => ({
  ...{ place, text, role: 'question', where: place, room: 500 },
});
const ORIGINALS = [original('q1.wording', 'Would you sign again?'), original('q2.wording', 'Why?')];
const KEPT: KeptTexts = { 'q1.wording': { text: 'Nochmal?', of: 'Would you sign again?' } };

/** As a page that showed `kept` sends it. */
function typed(place: string, text: string, kept: KeptTexts = KEPT, shown = ORIGINALS): TypedText {
  const asked = shown.find((one) => one.place === place)?.text ?? '';
  return { place, text, seen: seenOf(asked, kept[place]?.text ?? ''), stillRight: false };
}

describe('what a translator typed', () => {
  it('is kept beside the original that it was translated from', () => {
    const { texts, changed } = mergeTyped(ORIGINALS, KEPT, [typed('q2.wording', ' Warum?\r\nSag es. ')]);
    expect(texts).toEqual({ ...KEPT, 'q2.wording': { text: 'Warum?\nSag es.', of: 'Why?' } });
    expect(changed).toBe(1);
  });

  it('leaves what another one wrote elsewhere, though the page still holds the old words there', () => {
    const now: KeptTexts = { 'q1.wording': { text: 'Wieder?', of: 'Would you sign again?' } };
    const mine = [typed('q1.wording', 'Nochmal?'), typed('q2.wording', 'Warum?')];
    const merged = mergeTyped(ORIGINALS, now, mine);
    expect(merged.texts['q1.wording']!.text).toBe('Wieder?');
    expect(merged.texts['q2.wording']!.text).toBe('Warum?');
    expect(merged.clashes).toEqual([]);
  });

  it('never overwrites what another one wrote at the same place: both are told', () => {
    const now: KeptTexts = { 'q1.wording': { text: 'Wieder?', of: 'Would you sign again?' } };
    const merged = mergeTyped(ORIGINALS, now, [typed('q1.wording', 'Erneut?')]);
    expect(merged.texts).toEqual(now);
    expect(merged.clashes).toMatchObject([{ place: 'q1.wording', theirs: 'Wieder?', mine: 'Erneut?' }]);
  });

  it('goes over the other one’s only once somebody saw theirs and decided so', () => {
    const now: KeptTexts = { 'q1.wording': { text: 'Wieder?', of: 'Would you sign again?' } };
    const [clash] = mergeTyped(ORIGINALS, now, [typed('q1.wording', 'Erneut?')]).clashes;
    const again = { place: 'q1.wording', text: 'Erneut?', seen: clash!.seen, stillRight: false };
    expect(mergeTyped(ORIGINALS, now, [again]).clashes).toHaveLength(1);
    expect(
      mergeTyped(ORIGINALS, now, [typed('q1.wording', 'Erneut?', now)]).texts['q1.wording'],
    ).toMatchObject({
      text: 'Erneut?',
    });
  });

  it('is no clash when both wrote the same', () => {
    const now: KeptTexts = { 'q1.wording': { text: 'Wieder?', of: 'Would you sign again?' } };
    expect(mergeTyped(ORIGINALS, now, [typed('q1.wording', 'Wieder?')])).toMatchObject({
      clashes: [],
      changed: 0,
    });
  });

  it('takes a text away when the field was emptied', () => {
    expect(mergeTyped(ORIGINALS, KEPT, [typed('q1.wording', '  ')]).texts).toEqual({});
  });

  it('is not kept without its placeholder, and says so', () => {
    const asked = [original('q1.wording', 'Does {{account.name|your company}} pay?')];
    const merged = mergeTyped(asked, {}, [typed('q1.wording', 'Zahlt ihr?', {}, asked)]);
    expect(merged.texts).toEqual({});
    expect(merged.faults[0]!.sentence).toBe(
      'Put {{account.name|your company}} where it belongs in this language.',
    );
  });

  it('counts as changed since when the original moved on while it was typed', () => {
    const later = [original('q1.wording', 'Would you buy again?'), ORIGINALS[1]!];
    const merged = mergeTyped(later, KEPT, [typed('q1.wording', 'Noch einmal?')]);
    expect(merged.texts['q1.wording']).toEqual({ text: 'Noch einmal?', of: 'Would you sign again?' });
  });

  it('stands for the new original once somebody says that it is still right', () => {
    const later = [original('q1.wording', 'Would you buy again?')];
    const looked = { ...typed('q1.wording', 'Nochmal?', KEPT, later), stillRight: true };
    const merged = mergeTyped(later, KEPT, [looked]);
    expect(merged.texts['q1.wording']).toEqual({ text: 'Nochmal?', of: 'Would you buy again?' });
  });

  it('is not called still right while it lacks a placeholder that the original has now', () => {
    const later = [original('q1.wording', 'Would {{account.name}} buy again?')];
    const looked = { ...typed('q1.wording', 'Nochmal?', KEPT, later), stillRight: true };
    expect(mergeTyped(later, KEPT, [looked])).toMatchObject({ changed: 0, faults: [{ text: 'Nochmal?' }] });
  });

  it('is counted as gone when its question was removed meanwhile', () => {
    const merged = mergeTyped([ORIGINALS[1]!], KEPT, [
      typed('q1.wording', 'Noch einmal?'),
      typed('q2.wording', ''),
    ]);
    expect(merged).toMatchObject({ gone: 1, changed: 0 });
  });
});
