import type { MessageState } from '#app/platform/db.server.ts';
import type { Act, Play, Step } from '#tests/support/scripted-smtp.ts';

/** What a mail server does to a mailing, and what must become of it. */
export interface Behaviour {
  /** `away` is a port where nobody listens. */
  play: Play | 'away';
  withAuth?: boolean;
  /** It says nothing, and the proof does not wait as long as the product does. */
  isSilent?: boolean;
  /** Another sender takes the mail for lost before the answer comes. */
  isOverdue?: boolean;
  /** The ledger is held while the mail is on its way, so that the line breaks before the mark. */
  holdsMark?: boolean;
  /** What became of the struck one right after; where the sender itself is refused or finds nobody, of everybody. */
  first: MessageState;
  /** The sender rests instead of trying the others, and nobody's try counts. */
  rests?: boolean;
  /** Once the server has been well for long enough. */
  end: MessageState;
  /** It is never well. */
  isForEver?: boolean;
  /** Copies that the struck one got in the end; two only of what was in doubt. */
  copies: 0 | 1 | 2;
}

export const STRUCK = 'struck';

export interface Paces {
  /** ms until a late answer comes. */
  late: number;
  /** ms between two bytes of a slow one. */
  perByte: number;
}

/** Longer than the sender of this proof waits for anything. */
const SILENT = { wait: 3_600_000 };

/** Says so at this step, of one person alone. */
const to = (step: Step, act: Act): Play => {
  return (turn) => (turn.step === step && turn.to.startsWith(STRUCK) ? act : undefined);
};
/** Says so at this step to whoever comes. */
const all = (step: Step, act: Act): Play => {
  return (turn) => (turn.step === step ? act : undefined);
};

const GIVEN_BACK = { first: 'deferred', rests: true, end: 'accepted', copies: 1 } as const;
const LATER = { first: 'deferred', end: 'accepted', copies: 1 } as const;
const NEVER = { first: 'failed', end: 'failed', copies: 0 } as const;
/** It had arrived, and the same bytes go out once more after a quarter of an hour. */
const DOUBTED = { first: 'in_doubt', end: 'accepted', copies: 2 } as const;
const FINE = { first: 'accepted', end: 'accepted', copies: 1 } as const;

/** Each by the words for it. Whoever is not struck gets one mail, whatever happens to the other. */
export function behaviours({ late, perByte }: Paces): Readonly<Record<string, Behaviour>> {
  return {
    'refuses the connection': { play: 'away', ...GIVEN_BACK },
    'never greets': { play: all('greeting', SILENT), isSilent: true, ...GIVEN_BACK },
    '421 as a greeting': {
      play: all('greeting', { say: '421 4.3.2 closing', leave: 'close' }),
      ...GIVEN_BACK,
    },
    '554 as a greeting': {
      play: all('greeting', { say: '554 5.7.1 go away', leave: 'close' }),
      ...GIVEN_BACK,
    },
    '535 to the sign-in': {
      ...{ play: all('auth', { say: '535 5.7.8 wrong password' }), withAuth: true },
      ...GIVEN_BACK,
    },
    '454 to the sign-in': {
      ...{ play: all('auth', { say: '454 4.7.0 not just now' }), withAuth: true },
      ...GIVEN_BACK,
    },
    '550 to the sender': { play: all('sender', { say: '550 5.7.1 not you' }), ...GIVEN_BACK },
    '421 to the sender': {
      play: all('sender', { say: '421 4.7.0 slow down', leave: 'close' }),
      ...GIVEN_BACK,
    },
    '450 to one person (greylisted)': { play: to('recipient', { say: '450 4.2.0 greylisted' }), ...LATER },
    '452 to one person': { play: to('recipient', { say: '452 4.2.2 mailbox full' }), ...LATER },
    '550 to one person': { play: to('recipient', { say: '550 5.1.1 no such person' }), ...NEVER },
    'silent after one person': { play: to('recipient', SILENT), isSilent: true, ...LATER },
    'garbage after one person': { play: to('recipient', { say: '%&$ what?', leave: 'close' }), ...LATER },
    '451 to DATA': { play: to('data', { say: '451 4.3.0 try later' }), ...LATER },
    'the line breaks at DATA': { play: to('data', { leave: 'reset' }), ...LATER },
    'the line breaks in the middle of the mail': {
      ...{ play: to('body', { leave: 'reset' }), holdsMark: true },
      ...LATER,
    },
    '454 after the dot (throttled)': { play: to('dot', { say: '454 4.7.0 Throttling failure' }), ...LATER },
    '452 after the dot': { play: to('dot', { say: '452 4.3.1 no room' }), ...LATER },
    '450 after the dot, for ever': {
      ...{ play: to('dot', { say: '450 4.7.1 later' }), isForEver: true },
      ...{ first: 'deferred', end: 'failed', copies: 0 },
    },
    '554 after the dot': { play: to('dot', { say: '554 5.7.1 spam' }), ...NEVER },
    'the line ends after the dot': { play: to('dot', { leave: 'close' }), ...DOUBTED },
    'the line breaks after the dot': { play: to('dot', { leave: 'reset' }), ...DOUBTED },
    'silent after the dot': { play: to('dot', SILENT), isSilent: true, ...DOUBTED },
    'garbage after the dot': { play: to('dot', { say: '%&$ what?' }), ...DOUBTED },
    '250 late': { play: to('dot', { say: '250 2.0.0 ok', wait: late }), isOverdue: true, ...FINE },
    '250, and the line breaks': { play: to('dot', { say: '250 2.0.0 ok', leave: 'reset' }), ...FINE },
    '250 byte by byte': { play: to('dot', { say: '250 2.0.0 ok', perByte }), ...FINE },
  };
}
