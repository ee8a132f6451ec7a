import type { Breakdown } from './breakdown/breakdown.ts';
import type { Difference } from './difference.ts';
import type { Unread } from './each.ts';
import type { Frame, Halves } from './frame/frame.ts';
import type { Panel } from './panel/panel.ts';
import type { Sure } from './sure/sure.ts';
import type { Together } from './together.ts';

/** What stands behind one persona's figure, and how it differs within and over time; everything of ONE persona. */
export interface Depth {
  sure: Sure | null;
  panel: Panel | null;
  breakdown: Breakdown;
  frame: Frame | null;
  halves: Halves | null;
  /** What of all this was not read, because it takes reading many one by one. */
  unread: Unread;
  /** All differences of the screen as one family. */
  together: Together;
  /** The change since the wave before, and the sentence, as they read within that family. */
  since: Difference | null;
  sentence: string | null;
}
