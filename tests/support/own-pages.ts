import { leavePage, stoppedPage, takenDownPage } from '#app/answering/leave/leave-page.ts';
import { crowdedPage } from '#app/answering/notice-pages.ts';
import type { RespondentDoor } from '#app/answering/respondent-door.ts';
import { questionPage } from '#app/answering/respondent-page.ts';
import { byePage, choosePage, sharedReceivedPage } from '#app/answering/shared/shared-pages.ts';
import { notedPage } from '#app/answering/who/noted-page.ts';
import { NO_FAULTS, passedPage, passPage } from '#app/answering/who/pass-page.ts';
import { type RolePage, rolePage } from '#app/answering/who/role-page.ts';
import {
  chooseSelfPage,
  lastSelfPage,
  nothingAskedPage,
  selfKeptPage,
} from '#app/answering/who/self-page.ts';
import type { Persona } from '#app/persona/persona.ts';
import { HOUR, MINUTE } from '#app/platform/clock.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { BLANK, blankDoor, blankQuestions } from './respondent-pages.ts';

type Pages = Record<string, string>;

/** Every page on which somebody says who they are, by a name for each. */
export function whoPages(language: string): Pages {
  return { ...rolePages(language), ...passPages(language), ...selfPages(language), ...leavePages(language) };
}

function persona(id: string): Persona {
  const names = { id, base: 'buyer', name: BLANK, plural: BLANK, definition: BLANK } as const;
  return { ...names, question: BLANK, position: 0, closedAt: null };
}

const PERSONAS = [persona('p1'), persona('p2')];

function rolePages(language: string): Pages {
  const door = blankDoor(language);
  const asked = {
    door,
    personas: PERSONAS,
    path: '/who',
    to: '/who',
    shown: 'x',
    typed: { who: '', words: '' },
  };
  const draw = (more: Partial<RolePage>) =>
    rolePage({ ...asked, needsRole: null, changed: null, fault: null, ...more });
  const changed = (['other', 'none', 'left'] as const).map((said) =>
    draw({
      changed: { said, fromPersonaId: 'p1', toPersonaId: 'p2', toInvitationId: null, words: '', at: 0 },
    }),
  );
  const noted = (['none', 'left', 'other'] as const).map((said) =>
    notedPage({ said, personaName: BLANK, accountName: BLANK, workspaceName: BLANK }, language),
  );
  return {
    who: draw({}),
    'who, named by a colleague': draw({ needsRole: 'named' }),
    'who, asked whether they still are': draw({ needsRole: 'stale' }),
    'who, with nothing chosen': draw({ fault: 'choose' }),
    'who, pressed by a machine': draw({ fault: 'again' }),
    ...numbered('who, after answering', changed),
    ...numbered('noted', noted),
  };
}

/** Behind the way out of a mail. */
function leavePages(language: string): Pages {
  const door = blankDoor(language);
  const asked = { door, noted: null, mayCorrect: true, path: '/u', shown: 'x' };
  const known = { language, workspaceName: BLANK };
  return {
    leave: leavePage({ ...asked, stopped: null }),
    'leave, stopped in part': leavePage({ ...asked, stopped: 'programme' }),
    'leave, stopped': leavePage({ ...asked, stopped: 'all' }),
    'leave, done': stoppedPage(known, 'all'),
    'leave, done in part': stoppedPage(known, 'programme'),
    'leave, another role': takenDownPage(
      known,
      wordsIn(language).rich('stop.role_asked', { persona: BLANK, account: BLANK }),
    ),
  };
}

function passPages(language: string): Pages {
  const door = blankDoor(language);
  const asked = {
    door,
    path: '/who',
    to: '/who',
    shown: 'x',
    typed: { name: '', email: '' },
    isDoubted: false,
  };
  return {
    pass: passPage({ ...asked, faults: NO_FAULTS, isDoubted: true }),
    'pass, unreadable': passPage({ ...asked, faults: { name: true, email: 'unreadable' } }),
    'pass, to the same address': passPage({ ...asked, faults: { name: false, email: 'own' } }),
    passed: passedPage(door, false),
    'passed before': passedPage(door, true),
  };
}

function selfPages(language: string): Pages {
  const door: RespondentDoor = { ...blankDoor(language), isSelf: true };
  const typed = { name: '', email: '' };
  return {
    self: chooseSelfPage({ door, personas: PERSONAS, path: '/who', isFaulty: true }),
    'self, no role': nothingAskedPage(door, 'none'),
    'self, not asked': nothingAskedPage(door, 'not_asked'),
    'self, asked': firstOf(door),
    'self, at the end': lastSelfPage({ door, submitId: 's', given: new Map(), typed, isEmailFaulty: true }),
    'self, kept': selfKeptPage(door, false),
    'self, full': selfKeptPage(door, true),
  };
}

/** Every page of a link for a page or chat, by a name for each. */
export function sharedPages(language: string): Pages {
  const named = { workspaceName: BLANK, language };
  const link = { ...named, personas: PERSONAS, onePerDevice: true, isFaulty: true };
  const doors = (['held', 'counted'] as const).map((answersAre) => ({
    ...blankDoor(language, { confidentiality: answersAre === 'held' ? 'attributed' : 'confidential' }),
    shared: { answersAre, onePerDevice: true },
  }));
  return {
    'shared, held': choosePage({ ...link, answersAre: 'held' }),
    'shared, counted': choosePage({ ...link, answersAre: 'counted' }),
    ...numbered('shared, asked', doors.map(firstOf)),
    ...numbered(
      'shared, received',
      doors.map((door) => sharedReceivedPage(door, door.shared.answersAre)),
    ),
    'shared, no role': byePage(named, { heading: 'shared.bye', after: 'shared.bye_none' }),
    'shared, not asked': byePage(named, {
      heading: 'shared.bye',
      after: 'shared.bye_not_asked',
      name: BLANK,
    }),
    'shared, a little later': crowdedPage(named, [['q1', '9']], 3 * MINUTE),
    'shared, tomorrow': crowdedPage(named, [['q1', '9']], 12 * HOUR),
    'shared, answered': byePage(named, { heading: 'shared.answered', after: 'shared.answered_after' }),
  };
}

function firstOf(door: RespondentDoor): string {
  const page = { index: 0, questions: blankQuestions.slice(0, 1), isLast: false };
  const seal = { shown: 'x', revision: 0, whoPath: '/who', metOthers: false, elsewhere: new Set<string>() };
  return questionPage({ door, page, seal, submitId: 's', given: new Map(), faults: new Map(), tapped: null });
}

function numbered(name: string, pages: readonly string[]): Pages {
  return Object.fromEntries(pages.map((page, at) => [`${name} ${at}`, page]));
}
