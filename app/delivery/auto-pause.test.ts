import { describe, expect, it } from 'vitest';
import { enoughToCount, reasonToStop } from './auto-pause.ts';

const none = { hardBounces: 0, complaints: 0 };
const why = (accepted: number, hardBounces: number, complaints: number, before = none) =>
  reasonToStop(accepted, { hardBounces, complaints }, before)?.why ?? null;

describe('a wave is stopped', () => {
  it('beyond 2 % that came back for good or were turned away, and not at 2 %', () => {
    expect([why(300, 6, 0), why(300, 7, 0)]).toEqual([null, 'bounces']);
    expect([why(10_000, 200, 0), why(10_000, 201, 0)]).toEqual([null, 'bounces']);
  });

  it('beyond 0.1 % complaints, and not at 0.1 %', () => {
    expect([why(5000, 0, 5), why(5000, 0, 6)]).toEqual([null, 'complaints']);
  });

  it('not by one complaint or four bounces, however small it is', () => {
    expect([why(10, 4, 1), why(10, 5, 0), why(10, 0, 2)]).toEqual([null, 'bounces', 'complaints']);
  });

  it('again only when as many again came back since', () => {
    const before = { hardBounces: 7, complaints: 0 };
    expect([why(300, 13, 0, before), why(300, 14, 0, before)]).toEqual([null, 'bounces']);
  });

  it('whatever lies beyond the count that is enough', () => {
    for (const returned of [
      { hardBounces: 5, complaints: 0 },
      { hardBounces: 40, complaints: 3 },
    ]) {
      const most = enoughToCount(returned);
      expect(reasonToStop(most, returned, none)).toEqual(null);
      expect(reasonToStop(10 * most, returned, none)).toEqual(null);
    }
  });
});
