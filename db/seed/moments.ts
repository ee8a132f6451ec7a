import type { PersonaBase } from '#app/persona/persona.ts';
import type { Requirements } from '#app/persona/requirements/requirements.ts';

export interface SeedMoment {
  name: string;
  tryingTo: string;
  promise: string;
  evidence: string;
  /** How the wordings of the questions begin that are about it. */
  asked?: readonly string[];
  /** Nobody met us there yet. */
  isUnmet?: true;
}

/** Where personas of the example meet us. Two of them share a breakdown, and each has a moment of its own for it. */
export const MOMENTS = {
  end_user: [
    {
      name: 'First week in the product',
      tryingTo: 'Find the three pages they need before the week is over',
      promise: 'Somebody sits beside them for the first hour',
      evidence: 'Interviews in the second rollout',
    },
    {
      name: 'The month-end report',
      tryingTo: 'Have the figures out before the meeting at ten',
      promise: 'The report is there when they come in',
      evidence: 'Watched at Meridian Foods and Kestrel Rail',
      asked: ['How far do you agree: dashboards made it easy'],
    },
    {
      name: 'Something breaks',
      tryingTo: 'Keep the shift going without it',
      promise: 'An answer by somebody who can mend it, within the hour',
      evidence: 'Tickets of the last year',
      asked: ['What slowed you down most recently'],
    },
    {
      name: 'A release moves a button',
      tryingTo: 'Do what they did yesterday',
      promise: '',
      evidence: 'Said in four calls after the spring release',
    },
  ],
  influencer: [
    {
      name: 'The quarterly review',
      tryingTo: 'Show their board what came of the work of their team',
      promise: 'The figures two days before, with what changed marked',
      evidence: 'Account plans',
      asked: ['How far can you rely on our figures'],
    },
    {
      name: 'A figure is doubted',
      tryingTo: 'Say where it comes from while the others are still in the room',
      promise: '',
      evidence: 'Noor El-Amin, on the phone',
    },
  ],
  buyer: [
    {
      name: 'The invoice arrives',
      tryingTo: 'Pass it on without a question from accounts payable',
      promise: 'One page, the order number on top',
      evidence: 'Six of the last nine complaints of buyers',
    },
    {
      name: 'Something breaks',
      tryingTo: 'Tell their teams when it works again, before the teams ask',
      promise: 'A call from a person within two hours',
      evidence: 'Contract, part four',
    },
    {
      name: 'The renewal is on the table',
      tryingTo: 'Know whether to sign before the budget closes',
      promise: 'The new price with its reasons, ninety days ahead',
      evidence: 'Account plans; lost-deal interviews',
      asked: ['How likely are you to recommend', 'If you had to decide about renewing'],
    },
    {
      name: 'The board asks what it brought',
      tryingTo: 'Defend the purchase in two sentences',
      promise: '',
      evidence: 'Ruth Achterberg, in person',
      asked: ['What would you need from us to defend'],
    },
    {
      name: 'Another site wants to join',
      tryingTo: 'Find out what it costs without starting a negotiation',
      promise: 'A figure by the next working day',
      evidence: 'One request in spring, by mail',
      isUnmet: true,
    },
  ],
} as const satisfies Partial<Record<PersonaBase, readonly SeedMoment[]>>;

/** What is written down of two of them; of the others nobody has found out yet. */
export const REQUIREMENTS: Partial<Record<PersonaBase, Requirements>> = {
  buyer: {
    context: 'Signs for several systems at once and sees ours four times a year.',
    needs: 'A price that can be explained\nNews before their teams have it',
    expectations: 'Nothing that needs a second meeting',
    wayOfWorking: 'By phone before ten, then one page in writing',
    evidence: 'Account plans, and the lost-deal interviews of last autumn',
  },
  end_user: {
    context: 'In the product every working day, often with somebody waiting at the desk.',
    needs: 'Pages that open at once\nThe same button in the same place',
    expectations: 'To be told before something moves',
    wayOfWorking: 'In the product; never by a meeting',
    evidence: 'Watched two shifts at Kestrel Rail',
  },
};

/** Where touches were seen. */
export const SOURCES = ['Support desk', 'Calendar', 'Phone', 'Accounts receivable', 'Account plan'] as const;
