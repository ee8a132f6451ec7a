import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long though they are short, the longest first: begun last, they would leave a core with nothing to do. */
const LONG = [
  'privacy-attack',
  'import-load',
  'link-timing',
  'matrix.test',
  'sender-process',
  'killed-',
  'example.test',
  'decided-apart',
  'frozen-sender',
  'restored.test',
  'durable.test',
  'database-away',
  'delivery.test',
  'webhook-chaos',
  'smtp-faults',
];

/** Vitest's own order, by size where it knows no times, but for the few that are known to take long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONG.findIndex((name) => moduleId.includes(name));
      return rank < 0 ? LONG.length : rank;
    };
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}
