import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestSubject, digestText } from '#app/overview/digest/digest.ts';
import { digestHtml } from '#app/overview/digest/digest-html.ts';
import { readDigest } from '#app/overview/digest/read-digest.server.ts';
import { linesOf } from '#app/overview/lines/line-of.ts';
import { paperOf } from '#app/overview/pdf/paper.ts';
import { laneWords } from '#app/overview/picture/lane-words.ts';
import { readPage } from '#app/overview/read-page.server.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { all, endWave } from '#tests/support/fallen-waves.ts';
import { heardWave } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { openShared, shareWave } from '#tests/support/overview-links.ts';

/** Every answer of the second is two points higher, so that every persona stands 100 points of a score higher. */
const LOW = { end_user: all(10, 7), buyer: all(10, 5) };
const HIGH = { end_user: all(10, 9), buyer: all(10, 7) };

describe.each(ENGINES)('what leaves the executive’s page on %s', (engine) => {
  let open: TestHouse;
  const desks: Desk[] = [];
  const waves: string[] = [];
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    await foundTestWorkspace(open.house);
    for (const scores of [LOW, HIGH]) {
      const desk = await anotherDesk(open.house, 'Translation');
      desks.push(desk);
      const waveId = await heardWave(desk, scores);
      await endWave(desk, waveId);
      waves.push(waveId);
    }
  });
  afterAll(() => open.close());

  const pageOf = async (at: number) => {
    const read = await readPage(open.house, desks[at]!.workspace, { waveId: waves[at]!, withId: null });
    if (read.kind !== 'read') throw new Error(read.kind);
    return read.page;
  };
  /** Lines that belong to a persona begin with its name; the others must not move. */
  const unlabelled = (text: string) =>
    text.split('\n').filter((line) => line !== '' && !/^(End-users|Buyers), /.test(line));
  const noIds = (text: string) => text.replace(/wav_\w+/g, 'wave');

  test('the lines move only where they begin with their persona', async () => {
    const [low, high] = [linesOf((await pageOf(0)).lanes), linesOf((await pageOf(1)).lanes)];
    expect(low).not.toBe(high);
    expect(unlabelled(high)).toEqual(unlabelled(low));
    expect(low.split('\n')).toHaveLength(3);
  });

  test('the Monday mail does, as text and laid out, and its subject holds no figure', async () => {
    const urls = { settingsUrl: 'https://a.example/s', leaveUrl: 'https://a.example/l' };
    const [low, high] = [
      await readDigest(open.house, desks[0]!.workspace),
      await readDigest(open.house, desks[1]!.workspace),
    ];
    const text = [digestText(low, urls), digestText(high, urls)].map(noIds);
    expect(text[0]).not.toBe(text[1]);
    expect(unlabelled(text[1]!)).toEqual(unlabelled(text[0]!));
    expect(digestSubject(low)).toBe(digestSubject(high));
    const rows = [low, high].map((parts) =>
      noIds(digestHtml(parts, { name: 'Ada', subject: digestSubject(parts), ...urls })),
    );
    const withoutRows = rows.map((page) => page.replace(/<tr>\n<th scope="row"[\s\S]*?<\/tr>/g, ''));
    expect(withoutRows[1]).toBe(withoutRows[0]);
    expect(withoutRows[0]).not.toMatch(/[+−]\d/);
  });

  test('the paper does: beside the lanes nothing moves', async () => {
    const on = { workspaceName: 'Northwind', on: { printed: '2026-11-02', closed: '2026-11-02' } };
    const [low, high] = [paperOf(await pageOf(0), on), paperOf(await pageOf(1), on)];
    // How far an account's personas stand apart stays; where each of them stands is told under its name.
    const rest = (paper: typeof low) => ({
      ...{ ...paper, lanes: [] },
      parts: paper.parts.map(({ lines, ...part }) => ({
        ...part,
        lines: lines.map(({ what, about }) => [what, about.replace(/(Buyers|End-users) at \d/g, '$1')]),
      })),
    });
    expect(low.parts[0]!.lines[0]!.what).toBe('Account 0: 2 points');
    expect(high.lanes.map(({ figure }) => figure)).not.toEqual(low.lanes.map(({ figure }) => figure));
    expect(rest(high)).toEqual(rest(low));
    for (const { lane, name } of low.lanes) expect(name).toBe(lane.persona.plural);
  });

  test('a picture carries its persona, its wave, n of N, the interval and the day', async () => {
    const [endUsers] = (await pageOf(0)).lanes;
    const of = { waveName: 'Winter 2027', programmeName: 'Winter check-in', madeOn: '2 November 2026' };
    expect(laneWords(endUsers!, of)).toMatchObject({
      ...{ persona: 'End-users', wave: 'Winter 2027, Winter check-in', score: '0' },
      heard: expect.stringMatching(/^(all )?10( of \d+)? heard at 10 accounts$/),
      foot: expect.stringContaining('2 November 2026'),
    });
    expect(laneWords(endUsers!, of).interval).not.toBe('');
  });

  test('a shared page does: what is of no lane is the same', async () => {
    const [low, high] = [
      await openShared(open.house, await shareWave(desks[0]!, waves[0]!)),
      await openShared(open.house, await shareWave(desks[1]!, waves[1]!)),
    ];
    const rest = (page: typeof low) => ({ ...page, lanes: [], shareId: '', workspaceId: '' });
    expect(rest(high)).toEqual(rest(low));
    for (const [at, lane] of low!.lanes.entries()) {
      expect(lane.figure?.persona.id).toBe(lane.persona.id);
      expect(high!.lanes[at]!.figure?.score).not.toBe(lane.figure?.score);
    }
  });

  test('nobody heard is said to be not heard, never 0', async () => {
    const desk = await anotherDesk(open.house, 'Silent');
    const waveId = await heardWave(desk, { end_user: all(10, 9), buyer: [] });
    const read = await readPage(open.house, desk.workspace, { waveId, withId: null });
    if (read.kind !== 'read') throw new Error(read.kind);
    const [, buyers] = linesOf(read.page.lanes).split('\n');
    expect(buyers).toMatch(/^Buyers, Winter 2027: not heard/);
  });
});
