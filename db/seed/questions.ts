import {
  addQuestion,
  changeQuestion,
  type Draft,
  type DraftQuestion,
  emptyDraft,
  linesOf,
} from '#app/survey/draft/draft.ts';
import type { Condition } from '#app/survey/logic/condition.ts';
import type { Position } from './cast.ts';

export type Asked = Exclude<Position, 'unplaced'>;

type Part = Pick<DraftQuestion, 'kind' | 'concept' | 'wording'> &
  Partial<Pick<DraftQuestion, 'serves' | 'required' | 'declinable' | 'help'>> & {
    /** Asked only of those who chose this in the question about that. */
    onlyIf?: { about: string; chose: string };
    options?: readonly string[];
    rows?: readonly string[];
    columns?: readonly string[];
    /** The other parts of its kind, as typed. */
    typed?: Readonly<Record<string, string>>;
  };

interface Sheet {
  name: string;
  intro: string;
  parts: readonly Part[];
}

/** A handful of questions for each persona, in the words of its own work. */
export const SHEETS = {
  end_user: {
    name: 'End-users: the working day',
    intro: 'A few questions about the days you work in Northwind. A few words are plenty.',
    parts: [
      recommend('How likely are you to recommend Northwind Metrics to someone who does your job?'),
      {
        kind: 'multiple',
        concept: 'use',
        wording: 'Which of these did you use in the last two weeks?',
        options: ['Dashboards', 'Alerts', 'Exports to a spreadsheet', 'The phone app', 'None of these'],
      },
      {
        kind: 'ces',
        concept: 'effort',
        wording: 'How far do you agree: dashboards made it easy for me to do my work?',
        serves: 'decision',
        onlyIf: { about: 'use', chose: 'Dashboards' },
        typed: { low: 'strongly disagree', high: 'strongly agree' },
      },
      {
        kind: 'number',
        concept: 'waiting',
        wording: 'About how long did you wait for our pages on your last working day?',
        help: 'A guess will do.',
        typed: { least: '0', most: '240', unit: 'minutes' },
      },
      words('friction', 'What slowed you down most recently, or saved you time?'),
    ],
  },
  influencer: {
    name: 'Influencers: the result you answer for',
    intro: 'A few questions about what Northwind does for the part of the firm that you answer for.',
    parts: [
      recommend(
        'How likely are you to recommend Northwind Metrics to someone who answers for results like yours?',
      ),
      {
        kind: 'rating',
        concept: 'reliance',
        wording: 'How far can you rely on our figures in a meeting?',
        typed: { points: '5', low: 'I check them first', high: 'I quote them as they are' },
      },
      {
        kind: 'matrix',
        concept: 'usable',
        wording: 'How far can you use each of these as it is?',
        serves: 'decision',
        rows: [
          'The monthly report',
          'Live dashboards',
          'Exports for your own sheets',
          'Comparisons with peers',
        ],
        columns: ['Not at all', 'After some work', 'As it is'],
      },
      words('outcome', 'Which result did you need from us lately, and did you get it?'),
    ],
  },
  buyer: {
    name: 'Buyers: what you sign for',
    intro: 'A few questions before we talk about the next term. Your answer goes to the people who decide.',
    parts: [
      recommend(
        'How likely are you to recommend Northwind Metrics to someone who signs contracts like you do?',
      ),
      {
        kind: 'ranking',
        concept: 'renewal_weight',
        wording: 'If you had to decide about renewing today, what would weigh most?',
        options: [
          'The price against what it brought',
          'What my teams tell me',
          'How you act when something breaks',
          'Contract and security terms',
        ],
      },
      {
        kind: 'date',
        concept: 'budget_day',
        wording: 'By which day does your budget for the next term have to stand?',
        serves: 'decision',
        declinable: true,
      },
      words('defence', 'What would you need from us to defend this purchase to your board?'),
    ],
  },
  procurement: {
    name: 'Procurement leads: the contract',
    intro: 'Three questions about working with us on paper.',
    parts: [
      recommend(
        'How likely are you to recommend dealing with Northwind Metrics to another procurement team?',
      ),
      {
        kind: 'rating',
        concept: 'contract_effort',
        wording: 'How easy is it to get a contract question answered by us?',
        typed: { points: '7', low: 'Very hard', high: 'Very easy' },
      },
      words('contract', 'Which clause or paper cost you the most time?'),
    ],
  },
  advocate: {
    name: 'Advocates: what you tell others',
    intro: 'Three questions, because people ask you about us.',
    parts: [
      recommend('When someone asks you which tool to look at, how likely are you to name Northwind Metrics?'),
      {
        kind: 'single',
        concept: 'last_spoke',
        wording: 'When did you last speak about us to someone outside?',
        options: ['This week', 'This month', 'Longer ago', 'I have not'],
        typed: { other: 'In another way' },
      },
      words('left_out', 'What do you leave out when you speak about us?'),
    ],
  },
} as const satisfies Record<Asked, Sheet>;

export const WELCOME_SHEETS = {
  end_user: {
    name: 'End-users: the first ninety days',
    intro: 'Three questions while everything is new. Colleagues see answers without names.',
    parts: [
      recommend('After these weeks, how likely are you to recommend Northwind Metrics to someone like you?'),
      {
        kind: 'ces',
        concept: 'effort',
        wording: 'How far do you agree: it was made easy for me to begin my work in Northwind?',
        typed: { low: 'strongly disagree', high: 'strongly agree' },
      },
      words('missing', 'What did you look for and not find?'),
    ],
  },
  influencer: {
    name: 'Influencers: the first ninety days',
    intro: 'Three questions while everything is new. Colleagues see answers without names.',
    parts: [
      recommend('After these weeks, how likely are you to recommend Northwind Metrics to your peers?'),
      {
        kind: 'rating',
        concept: 'on_course',
        wording: 'How far have you come towards the result you brought us in for?',
        typed: { points: '5', low: 'No nearer', high: 'On course' },
      },
      words('missing', 'What stands between you and that result?'),
    ],
  },
} as const satisfies Partial<Record<Asked, Sheet>>;

/** The rule of a purpose is held against this figure. */
function recommend(wording: string): Part {
  return { kind: 'recommend', concept: 'recommend', wording, serves: 'changeRule', required: true };
}

function words(concept: string, wording: string): Part {
  return { kind: 'text', concept, wording, serves: 'unknown' };
}

/** The draft as somebody would write it in the builder: question after question, then its choices. */
export function draftOf({ intro, parts }: { intro: string; parts: readonly Part[] }): Draft {
  return parts.reduce<Draft>(addPart, { ...emptyDraft(), intro });
}

function addPart(draft: Draft, { options, rows, columns, typed, onlyIf, ...part }: Part): Draft {
  const key = `q${draft.next}`;
  const added = addQuestion(draft, part.kind);
  const lists = Object.entries({ options, rows, columns }).flatMap(([name, labels]) =>
    labels ? [[name, labels] as const] : [],
  );
  const written = changeQuestion(added, key, (question) => ({
    ...question,
    serves: 'unknown',
    ...part,
    ...(onlyIf && { showIf: chose(draft, onlyIf) }),
    parts: { ...question.parts, ...typed },
  }));
  return lists.reduce((made, [name, labels]) => writeLines(made, key, name, labels), written);
}

/** The lines of one list, with keys that go on from all others. */
function writeLines(draft: Draft, key: string, name: string, labels: readonly string[]): Draft {
  const lines = labels.map((label, at) => ({ key: `${name.charAt(0)}${draft.next + at}`, label }));
  const written = changeQuestion(draft, key, (question) => ({
    ...question,
    parts: { ...question.parts, [name]: lines },
  }));
  return { ...written, next: draft.next + lines.length };
}

function chose({ questions }: Draft, { about, chose: label }: { about: string; chose: string }): Condition {
  const question = questions.find(({ concept }) => concept === about)!;
  const value = linesOf(question, 'options').find((line) => line.label === label)!.key;
  return { match: 'all', tests: [{ question: question.key, op: 'is', value }] };
}
