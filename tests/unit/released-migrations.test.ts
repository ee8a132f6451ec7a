import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#app/install.mjs';

/** Of each migration that databases out there have run. One more line for each that is released; a line never changes. */
const RELEASED = JSON.parse(
  readFileSync(join(root, 'tests/reference/released-migrations.json'), 'utf8'),
) as Record<string, string>;

test('a migration that was released never changes: what it lacks is a new one', () => {
  const now = globSync('db/migrations/0*.ts', { cwd: root }).map((path) => [
    basename(path, '.ts'),
    hash('sha256', readFileSync(join(root, path), 'utf8')),
  ]);
  expect(Object.fromEntries(now)).toMatchObject(RELEASED);
});
