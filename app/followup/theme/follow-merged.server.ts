import type { OnMerged } from '#app/results/theme/merge-themes.server.ts';
import { moveLinks } from './follow-up-theme.store.server.ts';

/** Where a theme was merged into another one, its follow-ups and rules go with its tags; decisions stay as they were made. */
export const followMerged: OnMerged = (tx, workspace, merge) => moveLinks(tx, workspace, merge);
