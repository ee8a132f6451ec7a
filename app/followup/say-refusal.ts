import type { ActRefusal } from './follow-up.ts';

/** Why nothing was done, and what to do now. `several` acted on at once: none of them changed. */
export function sayRefusal(refusal: ActRefusal, several: boolean): string {
  const none = several ? ' None of them was changed.' : '';
  switch (refusal.kind) {
    case 'moved_on':
      return `${refusal.by ?? 'Somebody else'} changed it since this page was drawn. Look at it as it stands now, then decide.${none}`;
    case 'closed':
      return `It is done or declined already.${none}`;
    case 'not_closed':
      return `First say what came of it, or why not; then they can be told.${none}`;
    case 'told_before':
      return `They were told already.${none}`;
    case 'unknown_member':
      return `Choose a member who can sign in and works on follow-ups.${none}`;
    default:
      return refusal satisfies never;
  }
}
