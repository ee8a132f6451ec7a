import { expect, test } from 'vitest';
import { openApi } from '#tests/support/api.ts';

test('a POST sent again with its Idempotency-Key is answered as before and done once', async () => {
  const api = await openApi();
  const caller = await api.caller();
  const key = { 'idempotency-key': 'b1946ac9-2492-4d23-8e2f-0f3d0e6f9c11' };
  const dana = { name: 'Dana Reyes', emails: ['dana@acme.example'] };
  const first = await caller.post('/people', dana, key);
  const again = await caller.post('/people', dana, key);
  expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([201, null]);
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  expect(again.body).toEqual(first.body);
  const other = await caller.post('/people', { ...dana, name: 'Someone' }, key);
  expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
  const refused = await caller.post('/people', { name: '' }, { 'idempotency-key': 'second' });
  const refusedAgain = await caller.post('/people', { name: '' }, { 'idempotency-key': 'second' });
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(refusedAgain.headers.get('content-type')).toBe('application/problem+json');
  expect(refusedAgain.body).toEqual(refused.body);
  await api.close();
});
