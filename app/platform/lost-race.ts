/** SQLSTATE of a serializable transaction that another one overtook. SQLite queues writers and never says it. */
const SERIALIZATION_FAILURE = '40001';

/** True when a serializable transaction was undone because another one changed what it had read. */
export function isLostRace(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === SERIALIZATION_FAILURE;
}
