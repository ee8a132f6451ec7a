import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '#app/install.mjs';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { ALL_SCOPES, openApi } from '#tests/support/api.ts';
import { openProgramme, publishFor } from '#tests/support/asking.ts';
import { freshFolder } from '#tests/support/house.ts';

const hasCurl = spawnSync('curl', ['--version']).status === 0;

test.skipIf(!hasCurl)('the examples of docs/guides/api.md run as they stand', async () => {
  const api = await openApi();
  const { house, workspace, memberId } = api.desk;
  await publishFor(api.desk, await openProgramme(api.desk), 'buyer');
  const key = await createKey(house, workspace, { name: 'Guide', scopes: ALL_SCOPES, actor: memberId });
  const folder = await freshFolder();
  const text = readFileSync(join(root, 'docs/guides/api.md'), 'utf8');
  const script = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('\necho\n');
  const env = { ...process.env, ROLECALL: api.doors.origin, KEY: key.token };
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    env,
    cwd: folder.path,
  });
  expect(stdout).toContain('"invited":1');
  expect(stdout).toContain('"code":"PERSONA_REQUIRED"');
  // The one refusal is the one that the guide shows.
  expect(stdout.match(/"code":/g)).toHaveLength(1);
  expect(readFileSync(join(folder.path, 'responses.csv'), 'utf8')).toMatch(/^\uFEFFpersona,/);
  await folder.remove();
  await api.close();
});
