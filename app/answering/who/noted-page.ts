import { wordsIn } from '#app/survey/words/words.ts';
import { endPage } from './who-frame.ts';

/** What somebody said of their role, after which no question of this link is left for them. */
export interface Noted {
  said: 'still' | 'other' | 'none' | 'left';
  personaName: string | null;
  accountName: string;
  workspaceName: string;
}

export function notedPage(
  { said, personaName, accountName, workspaceName }: Noted,
  language: string,
): string {
  const { say, rich } = wordsIn(language);
  const id = said === 'none' || said === 'left' ? said : 'not_asked';
  const after = rich(`noted.${id}`, { persona: personaName ?? '', account: accountName });
  return endPage({ language, workspaceName }, 'noted.title', { heading: say('noted.heading'), after });
}
