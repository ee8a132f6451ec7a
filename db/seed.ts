import { isFounded } from '#app/membership/is-founded.server.ts';
import { membersToSignIn } from '#app/membership/members/member.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { releaseAnswers } from '#app/results/confidence/release-answers.server.ts';
import { FIRM, MEMBERS } from './seed/firm.ts';
import { playStory } from './seed/play-story.ts';
import { setStage } from './seed/stage.ts';

/**
 * Loads the example workspace into an empty database by playing nine months of it through the use cases, and
 * returns what to tell whoever started it. A database that has a workspace stays as it is.
 */
export async function playExampleOnce(house: House): Promise<string> {
  if (await isFounded(house)) return tellWhatIsThere(house);
  await playStory(setStage(house));
  // As the job would within a minute: whoever opens the example sees it whole.
  await releaseAnswers(house);
  await releaseAnswers(house);
  return [
    `${FIRM} is loaded: an invented firm with invented accounts, people and answers.`,
    ...signIns(),
    'Open the overview first: four personas, one lane each, and no total. Then People, and the next send.',
  ].join('\n');
}

async function tellWhatIsThere({ db }: House): Promise<string> {
  if (await isMember(db, MEMBERS.executive.email)) {
    return [`${FIRM} is here already; nothing was changed.`, ...signIns()].join('\n');
  }
  if (await isMember(db, MEMBERS.cx.email)) {
    return 'The example was cut off while it was loading. Start again on an empty database to load it whole.';
  }
  return 'This database has a workspace of its own; the example was not loaded and nothing was changed.';
}

async function isMember(db: House['db'], email: string): Promise<boolean> {
  return (await membersToSignIn(db, email)).length > 0;
}

function signIns(): string[] {
  const width = Math.max(...Object.values(MEMBERS).map(({ email }) => email.length));
  return Object.entries(MEMBERS).map(
    ([permission, { email, password }]) =>
      `  ${permission.padEnd(10)} ${email.padEnd(width)}  password: ${password}`,
  );
}
