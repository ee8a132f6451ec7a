import type { Condition, Test } from '#app/survey/logic/condition.ts';
import { withoutPipes } from '#app/survey/logic/piping.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { Question } from '#app/survey/question.ts';
import { formatList } from './display.ts';

/**
 * Of whom the shares are: "12 of 30 who answered." and, where an earlier answer decided who was asked, on what it
 * hung. null where everybody who answered the survey answered this.
 */
export function askedOf(
  question: Question,
  asked: readonly Question[],
  { answered, heard }: { answered: number; heard: number },
): string | null {
  if (answered >= heard) return null;
  const count = `Answered by ${answered} of ${heard} who answered the survey.`;
  if (question.showIf && question.showIf.tests.length > 0)
    return `${count} Asked only of those who ${conditionWords(question.showIf, asked)}.`;
  const skipped = asked
    .slice(0, asked.indexOf(question))
    .some(({ jumps = [] }) => jumps.some(({ to }) => leadsPast(to, question.key, asked)));
  return skipped ? `${count} Earlier answers led some past it.` : count;
}

function leadsPast(to: string, key: string, asked: readonly Question[]): boolean {
  const at = asked.findIndex((one) => one.key === to);
  return to === 'end' || at > asked.findIndex((one) => one.key === key);
}

function conditionWords({ match, tests }: Condition, asked: readonly Question[]): string {
  const words = tests.map((test) => testWords(test, asked));
  return match === 'all' ? formatList(words) : words.join(' or ');
}

function testWords({ question: key, op, value }: Test, asked: readonly Question[]): string {
  const question = asked.find((one) => one.key === key);
  const about = `“${question ? withoutPipes(question.wording) : key}”`;
  const said = `“${question ? labelOf(question, value) : value}”`;
  switch (op) {
    case 'answered':
      return `answered ${about}`;
    case 'blank':
      return `did not answer ${about}`;
    case 'declined':
      return `preferred not to answer ${about}`;
    case 'is':
      return `answered ${said} to ${about}`;
    case 'is_not':
      return `did not answer ${said} to ${about}`;
    case 'at_least':
      return `answered ${value} or more to ${about}`;
    case 'at_most':
      return `answered ${value} or less to ${about}`;
    case 'before':
      return `gave a day before ${value} to ${about}`;
    case 'after':
      return `gave a day after ${value} to ${about}`;
    default:
      return op satisfies never;
  }
}

function labelOf(question: Question, value: string): string {
  const testable = roomOf(question).testable(question);
  const options = testable.kind === 'choice' ? testable.options : [];
  return options.find(({ key }) => key === value)?.label ?? value;
}
