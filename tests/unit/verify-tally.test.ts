import { describe, expect, it } from 'vitest';
import { countTests, sum, type TestReport } from '#tests/verify/tally.ts';

describe('what npm run verify counts', () => {
  it('is every test that passed', () => {
    expect(countTests(report({ passed: 3, total: 3 }), 0)).toEqual({ passed: 3, failed: 0, names: [] });
  });

  it('takes a skipped test for a failure', () => {
    expect(countTests(report({ passed: 2, total: 3 }), 0)).toEqual({ passed: 2, failed: 1, names: [] });
  });

  it('takes a file that could not be loaded for a failure', () => {
    const unloaded = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }];
    expect(countTests({ ...report({ passed: 2, total: 2 }), testResults: unloaded }, 1)).toEqual({
      passed: 2,
      failed: 1,
      names: ['a.test.ts'],
    });
  });

  it('names what failed', () => {
    const tests = [
      { fullName: 'one holds', status: 'passed' },
      { fullName: 'two does not', status: 'failed' },
      { fullName: 'three is left out', status: 'skipped' },
    ];
    const testResults = [{ name: 'b.test.ts', status: 'failed', assertionResults: tests }];
    expect(countTests({ ...report({ passed: 1, total: 3 }), testResults }, 1)).toEqual({
      passed: 1,
      failed: 2,
      names: ['b.test.ts: two does not', 'b.test.ts: three is left out'],
    });
  });

  it('takes an error outside every test for a failure', () => {
    expect(countTests(report({ passed: 2, total: 2 }), 1)).toEqual({ passed: 2, failed: 1, names: [] });
  });

  it('takes a run without tests, or without a report, for a failure', () => {
    expect(countTests(report({ passed: 0, total: 0 }), 0)).toEqual({ passed: 0, failed: 1, names: [] });
    expect(countTests(null, 0)).toEqual({ passed: 0, failed: 1, names: [] });
  });

  it('adds up over the parts', () => {
    expect(
      sum([
        { passed: 2, failed: 0, names: [] },
        { passed: 1, failed: 4, names: ['a', 'b'] },
      ]),
    ).toEqual({ passed: 3, failed: 4, names: ['a', 'b'] });
  });
});

function report({ passed, total }: { passed: number; total: number }): TestReport {
  return { numPassedTests: passed, numTotalTests: total, testResults: [] };
}
