import { writtenOut } from '#app/platform/prepared-query.ts';

/**
 * States as part of a query's text. An index of the few rows in some states serves only a query that says those states
 * itself: values that come later could be any, so SQLite would go through every message of the workspace instead.
 */
export const WAITING_STATES = [writtenOut('queued'), writtenOut('deferred')];
export const HELD_STATES = [writtenOut('claimed'), writtenOut('committed_to_send')];

/** The kind of message that tells what came of answers, for the index of those that wait. */
export const TELLING = writtenOut('told_back');
