import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { revokeKey } from '#app/membership/keys/revoke-key.server.ts';
import { readSettings } from '#app/membership/read-settings.server.ts';
import { saveSettings } from '#app/membership/save-settings.server.ts';
import { LOOSEST, type WorkspaceSettings } from '#app/membership/workspace-settings.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { contextOf } from '#tests/support/context.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { foundForeignWorkspace } from '#tests/support/members.ts';

describe.each(ENGINES)('on %s', (engine) => {
  let test: TestHouse;
  let workspace: Workspace;
  let adminId: string;
  beforeEach(async () => {
    test = await openTestHouse({ engine });
    ({ workspace, memberId: adminId } = await foundTestWorkspace(test.house));
  });
  afterEach(() => test.close());

  const knock = async (authorization?: string) => {
    const headers: Record<string, string> = authorization ? { authorization } : {};
    const request = new Request('http://localhost:3000/api/v1/people', { headers });
    try {
      return await requireKey(request, contextOf(test.house), 'audience:read');
    } catch (thrown) {
      if (!(thrown instanceof Response)) throw thrown;
      return {
        status: thrown.status,
        type: thrown.headers.get('content-type'),
        problem: await thrown.json(),
      };
    }
  };
  const make = (scopes: ('audience:read' | 'waves:read')[]) =>
    createKey(test.house, workspace, { name: 'CRM sync', scopes, actor: adminId });

  it('a key opens its workspace for its scopes, and its token is kept only as a hash', async () => {
    const { id, token } = await make(['audience:read']);
    expect(await knock(`Bearer ${token}`)).toMatchObject({ workspace: { id: workspace.id }, actor: id });
    expect(JSON.stringify(await test.house.db.selectFrom('api_key').selectAll().execute())).not.toContain(
      token,
    );
  });

  it('without a live key the answer is 401, without the scope 403, both as problem+json', async () => {
    const { id, token } = await make(['waves:read']);
    const unauthorized = {
      status: 401,
      type: 'application/problem+json',
      problem: { code: 'UNAUTHORIZED' },
    };
    expect(await knock()).toMatchObject(unauthorized);
    expect(await knock('Bearer rolecall_0123456789012345678901234567890')).toMatchObject(unauthorized);
    expect(await knock(`Bearer ${token}`)).toMatchObject({
      status: 403,
      problem: { code: 'SCOPE_MISSING' },
    });
    await revokeKey(test.house, workspace, { keyId: id, actor: adminId });
    expect(await knock(`Bearer ${token}`)).toMatchObject(unauthorized);
  });

  it('a key is revoked by its own workspace only', async () => {
    const { id, token } = await make(['audience:read']);
    const foreign = await foundForeignWorkspace(test.house);
    const revoked = await revokeKey(test.house, foreign.workspace, { keyId: id, actor: foreign.memberId });
    expect(revoked.kind).toBe('unknown');
    expect(await knock(`Bearer ${token}`)).toHaveProperty('workspace');
  });

  const save = (settings: Partial<WorkspaceSettings>) =>
    saveSettings(test.house, workspace, {
      settings: { name: 'Northwind', ...LOOSEST, ...settings },
      actor: adminId,
    });

  it('thresholds may be made stricter', async () => {
    expect((await save({ showAnswers: 12, roleReviewDays: 90 })).kind).toBe('saved');
    expect(await readSettings(test.house.db, workspace)).toMatchObject({
      showAnswers: 12,
      roleReviewDays: 90,
    });
  });

  it.each([{ showAnswers: 4 }, { showAccounts: 2 }, { compareAnswers: 7 }, { roleReviewDays: 181 }])(
    'thresholds are never made looser: %j',
    async (wish) => {
      expect(await save(wish)).toEqual({ kind: 'too_loose', settings: Object.keys(wish) });
      expect(await readSettings(test.house.db, workspace)).toMatchObject(LOOSEST);
    },
  );
});
