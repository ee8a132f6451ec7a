import type { AccountRow } from '../account.store.server.ts';
