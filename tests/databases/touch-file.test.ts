import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeMoment } from '#app/audience/moment/close-moment.server.ts';
import { bringTouches } from '#app/audience/moment/file/bring-touches.server.ts';
import { planTouches } from '#app/audience/moment/file/plan-touches.server.ts';
import { setAsideRows } from '#app/audience/moment/file/set-aside-rows.ts';
import { TOUCH_FILE } from '#app/audience/moment/file/touch-file.ts';
import { csvRow } from '#app/platform/safe-csv.ts';
import type { Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { makeMoment, seated, touches } from '#tests/support/mapping.ts';

const HEAD = 'E-mail;Account;Persona;Moment;At;Source\n';

describe.each(ENGINES)('a file of touches on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeEach(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    await seated(desk, { name: 'Dana Reyes', account: 'Acme', personaIds: ['buyer'] });
    for (const name of ['Renewal', 'The invoice arrives']) await makeMoment(desk, 'buyer', name);
    await makeMoment(desk, 'end_user', 'First login');
  });
  afterEach(() => open.close());

  const given = (text: string) => ({ bytes: new TextEncoder().encode(text), zone: 'Europe/Oslo' });
  const plan = async (text: string) => {
    const planned = await planTouches(open.house, desk.workspace, given(text));
    if (planned.kind !== 'planned') throw new Error(planned.message);
    return planned.plan;
  };
  const bring = (text: string) =>
    bringTouches(open.house, desk.workspace, { ...given(text), actor: desk.memberId });
  const row = (more: Record<string, string> = {}) =>
    Object.values({
      ...{ email: 'dana.reyes@people.example', account: 'Acme', persona: 'Buyer', moment: 'Renewal' },
      ...{ at: '2026-03-04 09:30', source: 'Calls', ...more },
    }).join(';');

  test('adds up: new, known, repeated and set aside are all its rows; a dry run writes nothing', async () => {
    await bring(`${HEAD}${row()}\n`);
    const rows = [
      row(),
      row({ at: '2026-03-05' }),
      row({ at: '2026-03-05 00:00' }),
      row({ account: 'Nowhere' }),
    ];
    const {
      rows: all,
      fresh,
      known,
      repeated,
      setAside,
    } = await plan(`${HEAD}${rows.join('\n')}\nshort;row\n`);
    expect({ all, fresh: fresh.length, known, repeated, setAside: setAside.length }).toEqual({
      ...{ all: 5, fresh: 1, known: 1, repeated: 1, setAside: 2 },
    });
    expect(await touches(desk)).toHaveLength(1);
  });

  test('brought in again adds nothing', async () => {
    const text = `${HEAD}${row()}\n${row({ moment: 'the invoice ARRIVES', persona: 'Buyers' })}\n`;
    expect(await bring(text)).toMatchObject({ kind: 'brought', added: 2 });
    expect(await bring(text)).toMatchObject({ kind: 'brought', added: 0, plan: { known: 2, rows: 2 } });
    const [first] = await touches(desk);
    expect(new Date(first!.at).toISOString()).toBe('2026-03-04T08:30:00.000Z');
  });

  test('sets aside what somebody has to settle, each row with its line and reason', async () => {
    const faulty: [Record<string, string>, string][] = [
      [{ email: '' }, 'There is no e-mail address.'],
      [{ email: 'dana' }, 'isn’t complete'],
      [{ email: 'else@people.example' }, 'Nobody here has the address'],
      [{ account: 'Beta' }, 'There is no account called “Beta”.'],
      [{ persona: '' }, '“” is no persona here. Name exactly one.'],
      [{ persona: 'Buyer/End-user' }, 'is no persona here'],
      [{ persona: '*' }, 'is no persona here'],
      [{ moment: 'First login' }, 'Buyers have no moment called “First login”.'],
      [{ persona: 'End-user', moment: 'First login' }, 'has never been known as end-user at Acme.'],
      [{ at: '04/03/2026' }, 'is no day or time'],
      [{ at: '2036-03-04' }, 'still to come'],
      [{ source: '' }, 'the source is empty'],
      [{ source: 'x'.repeat(101) }, 'longer than 100'],
    ];
    const { fresh, setAside } = await plan(`${HEAD}${faulty.map(([more]) => row(more)).join('\n')}\n`);
    expect(fresh).toEqual([]);
    expect(setAside).toMatchObject(
      faulty.map(([, reason], at) => ({ line: at + 2, reason: expect.stringContaining(reason) })),
    );
  });

  test('a moment that is closed takes no more touches', async () => {
    const { id: momentId } = await open.house.db
      .selectFrom('moment')
      .select('id')
      .where('workspace_id', '=', desk.workspace.id)
      .where('name', '=', 'Renewal')
      .executeTakeFirstOrThrow();
    await closeMoment(open.house, desk.workspace, { momentId, actor: desk.memberId });
    expect((await plan(`${HEAD}${row()}\n`)).setAside).toHaveLength(1);
  });

  test('what is set aside is no formula in a spreadsheet, and comes back as it was', async () => {
    const evil = { source: '=HYPERLINK("https://evil.example")', account: 'Nowhere' };
    const file = setAsideRows(await plan(`${HEAD}${row(evil).replaceAll('"', '')}\n`));
    const text = [file.header, ...file.rows].map((cells) => csvRow(cells)).join('');
    expect(text).toContain("'=HYPERLINK");
    expect(text).not.toMatch(/[;,]=HYPERLINK/);
    const mended = await plan(text.replaceAll('Nowhere', 'Acme'));
    expect(mended.ignored).toEqual(['Line', 'To settle']);
    expect(mended.fresh).toMatchObject([{ source: '=HYPERLINK(https://evil.example)' }]);
  });

  test('is refused whole where its columns or its size are not to be read', async () => {
    const tooMany = `${HEAD}${`${row()}\n`.repeat(TOUCH_FILE.rows + 1)}`;
    for (const [text, message] of [
      ['E-mail;Account\na;b\n', 'There is no column called “persona”, “moment”, “at”, “source”.'],
      [`${HEAD.trim()};at\n${row()};x\n`, 'More than one column is called “at”.'],
      ['', 'nothing in this file'],
      [tooMany, '5,000'],
    ] as const)
      expect(await bring(text)).toMatchObject({ kind: 'refused', message: expect.stringContaining(message) });
    expect(await touches(desk)).toEqual([]);
  });
});
