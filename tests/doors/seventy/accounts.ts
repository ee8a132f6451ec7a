import type { Case } from './case.ts';

/** One account, and lists of accounts. */
export const ACCOUNTS: readonly Case[] = [];
