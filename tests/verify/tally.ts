/** How many checks held and how many did not. */
export interface Tally {
  passed: number;
  failed: number;
  /** Tests that did not hold. Said once more at the end, which is all that some logs keep. */
  names: readonly string[];
}

/** The part of Vitest's JSON report that is counted. */
export interface TestReport {
  numPassedTests: number;
  numTotalTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

export function oneCheck(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0, names: [] } : { passed: 0, failed: 1, names: [] };
}

/**
 * Counts a test run. Nothing may hide: a skipped test, a file that could not be loaded, a run without any
 * test and an error outside every test are failures.
 */
export function countTests(report: TestReport | null, exitCode: number): Tally {
  if (!report || report.numPassedTests === 0)
    return { passed: 0, failed: Math.max(1, report?.numTotalTests ?? 0), names: [] };
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numTotalTests - report.numPassedTests + unloaded.length;
  const names = [...unloaded.map(({ name }) => name), ...report.testResults.flatMap(namesOfFailed)];
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed, names };
}

function namesOfFailed({ name, assertionResults }: TestReport['testResults'][number]): string[] {
  const failed = assertionResults.filter(({ status }) => status !== 'passed');
  return failed.map(({ fullName }) => `${name}: ${fullName}`);
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((all, { passed }) => all + passed, 0),
    failed: tallies.reduce((all, { failed }) => all + failed, 0),
    names: tallies.flatMap(({ names }) => names),
  };
}
