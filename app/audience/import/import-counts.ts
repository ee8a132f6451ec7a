/** Counts of a report that sentences are made of. */
interface RowCounts {
  newPeople: number;
  alreadyHere: number;
  waitForWord: number;
  needYou: number;
}

/** Rows that come in as they are when the member says so. */
export function readyRows(report: RowCounts): number {
  return report.newPeople + report.alreadyHere;
}

/** Rows that stay in the report until a person decides. */
export function waitingRows(report: RowCounts): number {
  return report.waitForWord + report.needYou;
}
