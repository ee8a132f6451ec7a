import { expect, test } from 'vitest';
import { connect } from '#db/connection.ts';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/all.ts';
import { freshDatabase } from '#tests/support/databases.ts';

test('of eight nodes that start together on an empty PostgreSQL, each migration runs once', async () => {
  const fresh = await freshDatabase('postgres');
  const connections = Array.from({ length: 8 }, () => connect(fresh.url));
  const ran = await Promise.all(connections.map((connection) => migrate(connection, 1)));
  expect(ran.flat().sort()).toEqual(migrations.map(({ name }) => name));
  await Promise.all(connections.map(({ close }) => close()));
  await fresh.drop();
});
