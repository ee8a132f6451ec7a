import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { claimDue, moveMessage } from '#app/delivery/claim.store.server.ts';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { readLetter } from '#app/delivery/read-letter.server.ts';
import { readUnsubscribe } from '#app/delivery/read-unsubscribe.server.ts';
import { replaceLetters } from '#app/delivery/replace-letters.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { stopAsking } from '#app/delivery/stop-asking.server.ts';
import { MINUTE } from '#app/platform/clock.ts';
import { hashToken, keyIdOf } from '#app/platform/secrets.server.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { linksForMail } from '#app/programme/link/links-for-mail.server.ts';
import { listLinks } from '#app/programme/link/list-links.server.ts';
import { type ReplaceLetters, renewLink } from '#app/programme/link/renew-link.server.ts';
import { renewWaveLinks } from '#app/programme/link/renew-wave-links.server.ts';
import { revokeLink } from '#app/programme/link/revoke-link.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { insertInvitations } from '#app/programme/wave/invitation.store.server.ts';
import { anotherDesk, type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { dumpDatabase } from '#tests/support/dump.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { type AfterDot, openSmtpSink, type SmtpSink } from '#tests/support/smtp-sink.ts';

const NEW = 'a secret that came later, 32 letters, 42';

describe.each(ENGINES)('links on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let sink: SmtpSink;
  let afterDot: AfterDot;
  let waveId: string;
  let OLD: string;

  beforeAll(async () => {
    sink = await openSmtpSink((mail) => afterDot(mail));
    open = await openTestHouse({ engine, vars: { SMTP_URL: sink.url, MAIL_FROM: 'ask@northwind.example' } });
    OLD = open.house.env.appSecret;
  });
  afterAll(async () => {
    await open.close();
    await sink.close();
  });
  beforeEach(async () => {
    afterDot = () => undefined;
    sink.taken.length = 0;
    Object.assign(open.house.env, { appSecret: OLD, formerSecrets: [] });
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    ({ waveId } = await draftWave(desk, ['buyer']));
  });
  // One sender serves all workspaces: what a claim left waiting must not reach the next one's sink.
  afterEach(async () => {
    await open.house.db
      .deleteFrom('outbound_message')
      .where('workspace_id', '=', desk.workspace.id)
      .execute();
  });

  /** Asks these people; their invitations in the same order. Their letters wait. */
  async function askByMail(...names: string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const name of names) {
      const roleIds = await seat(desk, { name, account: `${name} & Co`, personaIds: ['buyer'] });
      const send = { waveId, roleIds, actor: desk.memberId };
      const sent = await sendWave(desk.house, desk.workspace, send, queueMessages(desk.house));
      expect(sent).toMatchObject({ kind: 'sent', invited: 1 });
      const row = await desk.house.db
        .selectFrom('invitation')
        .select('id')
        .where('workspace_id', '=', desk.workspace.id)
        .where('role_assignment_id', '=', roleIds[0]!)
        .executeTakeFirstOrThrow();
      ids.push(row.id);
    }
    return ids;
  }

  /** More invitations of the wave, each for a role that the person held once. */
  async function askAgain(id: string, times: number): Promise<void> {
    const { db, ids, clock } = desk.house;
    const now = clock.now();
    const asked = await db
      .selectFrom('invitation')
      .select(['person_id', 'account_id', 'persona_id', 'survey_version_id', 'role_assignment_id'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { person_id: personId, account_id: accountId, persona_id: personaId } = asked;
    const role = await db
      .selectFrom('role_assignment')
      .selectAll()
      .where('workspace_id', '=', desk.workspace.id)
      .where('id', '=', asked.role_assignment_id)
      .executeTakeFirstOrThrow();
    const roles = Array.from({ length: times }, () => ({ ...role, id: ids.make(), ended_at: now }));
    await db.insertInto('role_assignment').values(roles).execute();
    const versionId = asked.survey_version_id;
    const invitations = roles.map(({ id: roleId }) => {
      return { id: ids.make(), roleId, personId, accountId, personaId, versionId };
    });
    const sent = { waveId, invitations, now, secret: OLD };
    await insertInvitations(db, desk.workspace, sent);
  }

  const rotate = (formerSecrets: string[]) =>
    Object.assign(desk.house.env, { appSecret: NEW, formerSecrets });
  const token = (id: string, generation = 1, secret = OLD) => linkToken(secret, 'answer', id, generation);
  const wayOut = (id: string, generation = 1, secret = OLD) =>
    linkToken(secret, 'unsubscribe', id, generation);
  const opens = async (text: string) => (await openLink(desk.house.db, text, desk.house.clock.now())).kind;
  const work = async () => {
    while (await sendDueMessages(desk.house));
  };
  const ledger = () =>
    desk.house.db
      .selectFrom('outbound_message')
      .select(['id', 'invitation_id', 'kind', 'ordinal', 'state', 'reason', 'bytes'])
      .where('workspace_id', '=', desk.workspace.id)
      .orderBy('ordinal')
      .execute();
  const acts = async () => {
    const rows = await desk.house.db
      .selectFrom('audit_entry')
      .select(['act', 'actor', 'subject', 'detail'])
      .where('workspace_id', '=', desk.workspace.id)
      .where('act', 'in', ['renew_link', 'revoke_link', 'renew_wave_links', 'add_link'])
      .orderBy('id')
      .execute();
    return rows.map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) }));
  };
  const linksIn = (bytes: string) => [
    ...new Set([...readLetter(Buffer.from(bytes)).text.matchAll(/\/[ru]\/([\w-]+)/g)].map(([, one]) => one)),
  ];
  const letters: ReplaceLetters = (...given) => replaceLetters(desk.house)(...given);
  const renew = (invitationId: string, seen = 1) =>
    renewLink(
      desk.house,
      desk.workspace,
      { invitationId, seen, reason: 'leaked', actor: desk.memberId },
      letters,
    );
  const revoke = (invitationId: string) =>
    revokeLink(desk.house, desk.workspace, { invitationId, reason: 'asked', actor: desk.memberId }, letters);
  const renewAll = (seen: number) =>
    renewWaveLinks(
      desk.house,
      desk.workspace,
      { waveId, seen, reason: 'leaked', actor: desk.memberId },
      letters,
    );

  describe('a change of secret', () => {
    test('keeps every link that is out, puts the same one into a later letter, and signs new ones anew', async () => {
      const [before] = await askByMail('Henrik Aalto');
      rotate([OLD]);
      expect(await opens(token(before!))).toBe('open');
      const [after] = await askByMail('Noor El-Amin');
      await work();
      const sent = sink.taken.map(({ bytes }) => linksIn(bytes)).sort();
      const expected = [
        [token(before!), wayOut(before!)],
        [token(after!, 1, NEW), wayOut(after!, 1, NEW)],
      ];
      expect(sent).toEqual(expected.sort());
      for (const [answer] of expected) expect(await opens(answer!)).toBe('open');
      const keys = await desk.house.db.selectFrom('link').select(['invitation_id', 'key_id']).execute();
      expect(new Map(keys.map((row) => [row.invitation_id, row.key_id]))).toEqual(
        new Map([
          [before, keyIdOf(OLD)],
          [after, keyIdOf(NEW)],
        ]),
      );
    });

    test('and the loss of the old one: its links go on, and the next letter brings a second link beside them', async () => {
      const [id] = await askByMail('Henrik Aalto');
      rotate([]);
      expect(await opens(token(id!))).toBe('open');
      await work();
      expect(linksIn(sink.taken[0]!.bytes)).toEqual([token(id!, 2, NEW), wayOut(id!, 2, NEW)]);
      expect(await opens(token(id!))).toBe('open');
      expect(await opens(token(id!, 2, NEW))).toBe('open');
      expect(await readUnsubscribe(desk.house.db, wayOut(id!))).not.toBeNull();
      // A letter after that one carries the same second link; nothing is added with each mail.
      expect(await linksForMail(desk.house, desk.workspace, id!)).toEqual({
        kind: 'links',
        answer: token(id!, 2, NEW),
        unsubscribe: wayOut(id!, 2, NEW),
      });
      expect(await acts()).toMatchObject([
        { act: 'add_link', actor: 'system', detail: { why: 'secret_gone' } },
      ]);
    });

    test('two letters at once that miss the secret agree on one second link', async () => {
      const [id] = await askByMail('Henrik Aalto');
      rotate([]);
      const both = await Promise.all([1, 2].map(() => linksForMail(desk.house, desk.workspace, id!)));
      expect(both[0]).toEqual(both[1]);
      expect(await acts()).toHaveLength(1);
    });

    test('leaves links from before keys had names as they are', async () => {
      const [id] = await askByMail('Henrik Aalto');
      const old = { answer: `1${token(id!).slice(2)}`, unsubscribe: `1${wayOut(id!).slice(2)}` };
      for (const kind of ['answer', 'unsubscribe'] as const)
        await desk.house.db
          .updateTable('link')
          .set({ token_hash: hashToken(old[kind]), key_id: '1' })
          .where('workspace_id', '=', desk.workspace.id)
          .where('kind', '=', kind)
          .execute();
      rotate([OLD]);
      expect(await opens(old.answer)).toBe('open');
      expect(await linksForMail(desk.house, desk.workspace, id!)).toEqual({ kind: 'links', ...old });
    });

    test('keeps a letter that waits with the bytes it had, and writes it anew where the seal cannot be opened', async () => {
      const seen: string[] = [];
      afterDot = ({ bytes }) => {
        seen.push(bytes);
        return seen.length < 3 ? { code: 451, words: 'come back' } : undefined;
      };
      const [id] = await askByMail('Henrik Aalto');
      await work();
      rotate([OLD]);
      open.clock.advance(MINUTE);
      await work();
      expect(seen[1]).toBe(seen[0]);
      rotate([]);
      open.clock.advance(5 * MINUTE);
      await work();
      expect(linksIn(seen[2]!)).toEqual([token(id!, 2, NEW), wayOut(id!, 2, NEW)]);
      expect((await ledger()).map(({ state }) => state)).toEqual(['accepted']);
    });

    test('does not write to who said stop before it: held in the pile, and at the last look', async () => {
      const [id] = await askByMail('Henrik Aalto');
      expect((await stopAsking(desk.house, wayOut(id!))).kind).toBe('stopped');
      rotate([OLD]);
      const [other] = await seat(desk, {
        name: 'Henrik Aalto',
        account: 'Elsewhere',
        personaIds: ['buyer'],
      });
      const sorted = await sortPiles(desk.house, desk.workspace, { waveId });
      const held =
        sorted.kind === 'sorted' && sorted.piles.ready.find(({ roleId }) => roleId === other)?.held;
      expect(held).toEqual({ reason: 'suppressed' });
      await work();
      expect(sink.taken).toHaveLength(0);
      expect((await ledger()).map(({ state }) => state)).toEqual(['suppressed']);
    });
  });

  describe('a link that a member ends', () => {
    test('opens nothing any more, while the invitation, its way out and other links stay', async () => {
      const [id, other] = await askByMail('Henrik Aalto', 'Noor El-Amin');
      await work();
      expect(await revoke(id!)).toEqual({ kind: 'revoked' });
      expect(await opens(token(id!))).toBe('unknown');
      expect(await opens(token(other!))).toBe('open');
      expect(await readUnsubscribe(desk.house.db, wayOut(id!))).not.toBeNull();
      const { lines } = await listLinks(desk.house.db, desk.workspace, {
        waveId,
        named: '',
        limit: 9,
        offset: 0,
      });
      expect(lines.map(({ personName, state }) => [personName, state])).toEqual([
        ['Henrik Aalto', 'stopped'],
        ['Noor El-Amin', 'opens'],
      ]);
      expect(await revoke(id!)).toEqual({ kind: 'already' });
      expect(await acts()).toEqual([
        { act: 'revoke_link', actor: desk.memberId, subject: id, detail: { reason: 'asked', links: 1 } },
      ]);
    });

    test('is never mailed: a letter that waits is held back and says why, until the link is renewed', async () => {
      const [id] = await askByMail('Henrik Aalto');
      await revoke(id!);
      await work();
      expect(await ledger()).toMatchObject([{ state: 'suppressed', reason: 'Its link was ended.' }]);
      expect(sink.taken).toHaveLength(0);
      expect(await renew(id!)).toEqual({ kind: 'renewed' });
      await work();
      expect(linksIn(sink.taken[0]!.bytes)).toEqual([token(id!, 2), wayOut(id!, 2)]);
      expect(await opens(token(id!, 2))).toBe('open');
      expect(await opens(token(id!))).toBe('unknown');
    });

    test('ends with every generation of it, also after the loss of a secret', async () => {
      const [id] = await askByMail('Henrik Aalto');
      rotate([]);
      await work();
      await revoke(id!);
      expect(await opens(token(id!))).toBe('unknown');
      expect(await opens(token(id!, 2, NEW))).toBe('unknown');
    });

    test('is only ended by a member of its workspace', async () => {
      const [id] = await askByMail('Henrik Aalto');
      const { workspace } = await anotherDesk(desk.house, 'Elsewhere');
      const given = { invitationId: id!, reason: 'leaked', actor: 'them' } as const;
      expect(await revokeLink(desk.house, workspace, given, letters)).toEqual({ kind: 'unknown' });
      const seen = { ...given, seen: 1 };
      expect(await renewLink(desk.house, workspace, seen, letters)).toEqual({ kind: 'unknown' });
      const wave = { waveId, seen: 1, reason: 'leaked', actor: 'them' } as const;
      expect(await renewWaveLinks(desk.house, workspace, wave, letters)).toEqual({ kind: 'unknown' });
      expect(await linksForMail(desk.house, workspace, id!)).toEqual({ kind: 'revoked' });
      expect(
        (await listLinks(desk.house.db, workspace, { waveId, named: '', limit: 9, offset: 0 })).lines,
      ).toEqual([]);
      expect(await opens(token(id!))).toBe('open');
    });
  });

  describe('a link that a member renews', () => {
    test('goes out in a second letter; the old one is like any unknown link', async () => {
      const [id] = await askByMail('Henrik Aalto');
      await work();
      expect(await renew(id!)).toEqual({ kind: 'renewed' });
      expect(await opens(token(id!))).toBe('unknown');
      expect(await opens(token(id!, 2))).toBe('open');
      await work();
      expect(sink.taken.map(({ bytes }) => linksIn(bytes))).toEqual([
        [token(id!), wayOut(id!)],
        [token(id!, 2), wayOut(id!, 2)],
      ]);
      expect(await ledger()).toMatchObject([
        { kind: 'invitation', ordinal: 1, state: 'accepted' },
        { kind: 'invitation', ordinal: 2, state: 'accepted' },
      ]);
      for (const out of [wayOut(id!), wayOut(id!, 2)])
        expect(await readUnsubscribe(desk.house.db, out)).not.toBeNull();
      expect(await acts()).toMatchObject([
        { act: 'renew_link', actor: desk.memberId, subject: id, detail: { reason: 'leaked', generation: 2 } },
      ]);
    });

    test('is renewed once, however often the button is pressed', async () => {
      const [id] = await askByMail('Henrik Aalto');
      await work();
      const kinds = (await Promise.all([1, 2, 3].map(() => renew(id!)))).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['changed', 'changed', 'renewed']);
      await work();
      expect(sink.taken).toHaveLength(2);
    });

    test('stands in a letter that waits, in the place of the old one, and is not followed by another', async () => {
      afterDot = () => ({ code: 451, words: 'come back' });
      const [id] = await askByMail('Henrik Aalto');
      await work();
      await renew(id!);
      afterDot = () => undefined;
      open.clock.advance(MINUTE);
      await work();
      expect(sink.taken.map(({ bytes }) => linksIn(bytes)).at(-1)).toEqual([token(id!, 2), wayOut(id!, 2)]);
      expect(await ledger()).toMatchObject([{ kind: 'invitation', state: 'accepted' }]);
    });

    test('takes the letter out of the hands of a sender that has not marked it yet', async () => {
      const [id] = await askByMail('Henrik Aalto');
      const now = desk.house.clock.now();
      const [held] = await claimDue(desk.house.db, engine, {
        now,
        limit: 1,
        leaseMs: MINUTE,
        pace: desk.house.env.pace,
      });
      await renew(id!);
      expect(await moveMessage(desk.house.db, held!, { state: 'committed_to_send' })).toBe(false);
      await work();
      expect(sink.taken.map(({ bytes }) => linksIn(bytes))).toEqual([[token(id!, 2), wayOut(id!, 2)]]);
    });

    test('is not sent to who said stop, nor to an address that was refused', async () => {
      const [stopped, gone] = await askByMail('Henrik Aalto', 'Gone Away');
      afterDot = ({ to }) =>
        to[0]!.startsWith('gone') ? { code: 550, words: 'no such mailbox' } : undefined;
      await work();
      await stopAsking(desk.house, wayOut(stopped!));
      const before = sink.taken.length;
      expect(await renew(stopped!)).toEqual({ kind: 'renewed' });
      expect(await renew(gone!)).toEqual({ kind: 'renewed' });
      await work();
      expect(sink.taken).toHaveLength(before);
    });

    test('stays as it is once the wave is closed or the person left the seat', async () => {
      const [left, stays] = await askByMail('Henrik Aalto', 'Noor El-Amin');
      await desk.house.db
        .updateTable('invitation')
        .set({ revoked_at: desk.house.clock.now() })
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', left!)
        .execute();
      expect(await renew(left!)).toEqual({ kind: 'changed' });
      expect(await linksForMail(desk.house, desk.workspace, left!)).toEqual({ kind: 'revoked' });
      expect(await renewAll(1)).toEqual({ kind: 'renewed', people: 1 });
      await closeWave(desk.house, desk.workspace, { waveId, actor: desk.memberId }, endWithWave);
      expect(await renew(stays!, 2)).toEqual({ kind: 'closed' });
      expect(await renewAll(2)).toEqual({ kind: 'closed' });
      expect(await revoke(stays!)).toEqual({ kind: 'revoked' });
    });
  });

  describe('all links of a wave', () => {
    test('are renewed together, once, and each letter brings the link of its own person', async () => {
      const ids = await askByMail('Henrik Aalto', 'Noor El-Amin', 'Mei-Ling Chua');
      await work();
      const kinds = (await Promise.all([renewAll(3), renewAll(3)])).map(({ kind }) => kind);
      expect(kinds.sort()).toEqual(['changed', 'renewed']);
      await work();
      const second = sink.taken.slice(3).map(({ bytes }) => linksIn(bytes));
      expect(second.sort()).toEqual(ids.map((id) => [token(id, 2), wayOut(id, 2)]).sort());
      for (const id of ids)
        expect([await opens(token(id)), await opens(token(id, 2))]).toEqual(['unknown', 'open']);
      expect(await acts()).toMatchObject([
        { act: 'renew_wave_links', subject: waveId, detail: { people: 3 } },
      ]);
    });

    test('or none: a fault with one letter leaves every link as it was', async () => {
      const ids = await askByMail('Henrik Aalto', 'Noor El-Amin');
      const given = { waveId, seen: 2, reason: 'leaked', actor: desk.memberId } as const;
      const fault = renewWaveLinks(desk.house, desk.workspace, given, () => {
        throw new Error('the ledger is full');
      });
      await expect(fault).rejects.toThrow('the ledger is full');
      for (const id of ids) expect(await opens(token(id))).toBe('open');
      expect(await acts()).toEqual([]);
    });

    test('also of more people than a statement takes', async () => {
      const people = 503;
      const [id] = await askByMail('Henrik Aalto');
      await askAgain(id!, people - 1);
      const statements: number[] = [];
      const counted: ReplaceLetters = async (_, __, batch) => {
        statements.push(batch.length);
      };
      const given = { waveId, seen: people, reason: 'leaked', actor: desk.memberId } as const;
      expect(await renewWaveLinks(desk.house, desk.workspace, given, counted)).toEqual({
        kind: 'renewed',
        people,
      });
      expect(statements).toEqual([500, 3]);
      const rows = await desk.house.db
        .selectFrom('link')
        .select(['kind', 'revoked_at', ({ fn }) => fn.countAll<number>().as('links')])
        .where('workspace_id', '=', desk.workspace.id)
        .groupBy(['kind', 'revoked_at'])
        .execute();
      const live = (kind: string) =>
        rows.filter((row) => row.kind === kind && row.revoked_at === null).map(({ links }) => Number(links));
      expect([live('answer'), live('unsubscribe')]).toEqual([[people], [2 * people]]);
    });
  });

  test('one kind never opens the door of another', async () => {
    const [id] = await askByMail('Henrik Aalto');
    const shared = linkToken(OLD, 'shared', id!, 1);
    for (const text of [wayOut(id!), shared]) expect(await opens(text)).toBe('unknown');
    for (const text of [token(id!), shared]) {
      expect(await readUnsubscribe(desk.house.db, text)).toBeNull();
      expect(await stopAsking(desk.house, text)).toEqual({ kind: 'unknown' });
    }
  });

  test('what somebody reads out of the database opens nothing: not while a letter waits, not after', async () => {
    afterDot = () => ({ code: 451, words: 'come back' });
    const [id] = await askByMail('Henrik Aalto');
    await work();
    await renew(id!);
    open.clock.advance(MINUTE);
    await work();
    expect((await ledger()).filter(({ bytes }) => bytes !== null)).not.toEqual([]);
    const dump = await dumpDatabase(desk.house.env.databaseUrl);
    expect(dump).toContain('henrik.aalto@people.example');
    expect(dump).toContain(hashToken(token(id!, 2)));
    for (const text of [token(id!), token(id!, 2), wayOut(id!), wayOut(id!, 2)]) {
      expect(dump).not.toContain(text);
      expect(dump).not.toContain(text.slice(2));
    }
  });
});
