import { hash } from 'node:crypto';
import { insertNotice } from '#app/delivery/notice/notice.store.server.ts';
import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import {
  type DigestMember,
  listDigestMembers,
  listHeardWorkspaces,
  takeMonday,
} from './digest.store.server.ts';
import { type DigestPart, digestSubject, digestText, isOwing, saidIn } from './digest.ts';
import { digestHtml } from './digest-html.ts';
import { leaveToken } from './leave-token.server.ts';
import { isMondaySomewhere, mondayMorning, morningOf } from './monday.ts';
import { readDigest } from './read-digest.server.ts';
import { wantsDigest } from './wants-digest.ts';

type Mailing = Pick<House, 'db' | 'reading' | 'env' | 'ids' | 'clock' | 'log'>;

/**
 * Mails each member who wants it the executive's page in lines, once on Monday morning by their own clock. A week in
 * which nothing changed brings none, unless a promise is overdue.
 */
export async function mailDigests(house: Mailing): Promise<void> {
  if (!isMondaySomewhere(house.clock.now())) return;
  for (const workspaceId of await listHeardWorkspaces(house.reading)) {
    try {
      await mailWorkspace(house, mintWorkspace(workspaceId));
    } catch (fault) {
      house.log.error({ err: fault, workspace: workspaceId }, 'mailing Monday digests stumbled');
    }
  }
}

async function mailWorkspace(house: Mailing, workspace: Workspace): Promise<void> {
  const { timeZone } = await readAskingRules(house.reading, workspace);
  const now = house.clock.now();
  const due = (await listDigestMembers(house.reading, workspace)).filter(wantsDigest).flatMap((member) => {
    const zone = member.timeZone ?? timeZone;
    const monday = mondayMorning(now, zone);
    if (monday === null || member.lookedOn >= monday) return [];
    // Whoever joins in the course of a Monday hears of it the next.
    return member.since <= morningOf(monday, zone) ? [{ member, monday }] : [];
  });
  if (due.length === 0) return;
  // Of a send of this morning there is nothing to say but that nobody was heard.
  const parts = await readDigest(house, workspace, now - DAY);
  for (const one of due)
    try {
      await mailOne(house, workspace, { ...one, parts });
    } catch (fault) {
      // What is wrong with one member's mail keeps nobody else's back.
      const about = { workspace: workspace.id, member: one.member.id };
      house.log.error({ err: fault, ...about }, 'mailing one Monday digest stumbled');
    }
}

async function mailOne(
  { db, env, ids, clock }: Mailing,
  workspace: Workspace,
  { member, monday, parts }: { member: DigestMember; monday: string; parts: DigestPart[] },
): Promise<void> {
  const said = hash('sha256', saidIn(parts), 'base64url');
  const isNews = parts.length > 0 && (said !== member.lastSaid || isOwing(parts));
  await inTransaction(db, async (tx) => {
    const taken = await takeMonday(tx, workspace, {
      memberId: member.id,
      monday,
      said: isNews ? said : null,
    });
    if (!taken || !isNews) return;
    const { id: memberId, name, address } = member;
    const leaveUrl = new URL(
      `/monday/${leaveToken(env.appSecret, { workspaceId: workspace.id, memberId })}`,
      env.publicUrl,
    ).href;
    const urls = { leaveUrl, settingsUrl: new URL('/overview/monday', env.publicUrl).href };
    const subject = digestSubject(parts);
    await insertNotice(tx, workspace, {
      ...{ id: ids.make(), kind: 'digest', about: `${memberId} ${monday}`, subject, leaveUrl },
      ...{ to: { name, address }, body: digestText(parts, urls), bytes: null, at: clock.now() },
      html: digestHtml(parts, { name, subject, ...urls }),
    });
  });
}
