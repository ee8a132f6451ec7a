import {
  addQuestion,
  changeQuestion,
  type Draft,
  type DraftQuestion,
  emptyDraft,
} from '#app/survey/draft.ts';
import type { Position } from './cast.ts';

export type Asked = Exclude<Position, 'unplaced'>;

type Part = Pick<DraftQuestion, 'kind' | 'concept' | 'wording'> & {
  serves?: DraftQuestion['serves'];
  points?: 5 | 7;
  low?: string;
  high?: string;
  options?: readonly string[];
};

interface Sheet {
  name: string;
  intro: string;
  parts: readonly [recommend: Part, closed: Part, words: Part];
}

/** Three questions for each persona, in the words of its own work. The keys become q1, q2 and so on. */
export const SHEETS = {
  end_user: {
    name: 'End-users: the working day',
    intro: 'Three questions about the days you work in Northwind. A few words are plenty.',
    parts: [
      recommend('How likely are you to recommend Northwind Metrics to someone who does your job?'),
      {
        kind: 'multiple',
        concept: 'use',
        wording: 'Which of these did you use in the last two weeks?',
        options: ['Dashboards', 'Alerts', 'Exports to a spreadsheet', 'The phone app', 'None of these'],
      },
      words('friction', 'What slowed you down most recently, or saved you time?'),
    ],
  },
  influencer: {
    name: 'Influencers: the result you answer for',
    intro: 'Three questions about what Northwind does for the part of the firm that you answer for.',
    parts: [
      recommend(
        'How likely are you to recommend Northwind Metrics to someone who answers for results like yours?',
      ),
      {
        kind: 'rating',
        concept: 'reliance',
        wording: 'How far can you rely on our figures in a meeting?',
        points: 5,
        low: 'I check them first',
        high: 'I quote them as they are',
      },
      words('outcome', 'Which result did you need from us lately, and did you get it?'),
    ],
  },
  buyer: {
    name: 'Buyers: what you sign for',
    intro: 'Three questions before we talk about the next term. Your answer goes to the people who decide.',
    parts: [
      recommend(
        'How likely are you to recommend Northwind Metrics to someone who signs contracts like you do?',
      ),
      {
        kind: 'single',
        concept: 'renewal_weight',
        wording: 'If you had to decide about renewing today, what would weigh most?',
        options: [
          'The price against what it brought',
          'What my teams tell me',
          'How you act when something breaks',
          'Contract and security terms',
        ],
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
        points: 7,
        low: 'Very hard',
        high: 'Very easy',
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
        kind: 'rating',
        concept: 'ready',
        wording: 'How ready do you feel to do your work in Northwind without help?',
        points: 5,
        low: 'Not yet',
        high: 'Ready',
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
        points: 5,
        low: 'No nearer',
        high: 'On course',
      },
      words('missing', 'What stands between you and that result?'),
    ],
  },
} as const satisfies Partial<Record<Asked, Sheet>>;

function recommend(wording: string): Part {
  return { kind: 'recommend', concept: 'recommend', wording };
}

function words(concept: string, wording: string): Part {
  return { kind: 'text', concept, wording };
}

/** The draft as somebody would write it in the builder: question after question, then its choices. */
export function draftOf({ intro, parts }: { intro: string; parts: readonly Part[] }): Draft {
  return parts.reduce<Draft>(addPart, { ...emptyDraft(), intro });
}

function addPart(draft: Draft, { options, points, low, high, ...part }: Part): Draft {
  const key = `q${draft.next}`;
  const added = addQuestion(draft, part.kind);
  const lines = (options ?? []).map((label, at) => ({ key: `o${added.next + at}`, label }));
  const parts = { ...(points && { points: String(points) }), ...(low && { low }), ...(high && { high }) };
  const written = changeQuestion(added, key, (question) => ({
    ...question,
    serves: 'unknown',
    ...part,
    parts: { ...question.parts, ...parts, ...(options && { options: lines }) },
  }));
  return { ...written, next: added.next + lines.length };
}
