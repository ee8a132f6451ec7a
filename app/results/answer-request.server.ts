import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Lane } from './read-lanes.server.ts';
import { type FigureRequest, readSelection } from './read-selection.server.ts';
import { type Answered, figureOrSplit } from './split.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * Answers "what is the score?" for any filter. One persona in reach is answered by its figure, several by the
 * split; the data decide, so a filter that reaches one persona today and two tomorrow is refused tomorrow.
 */
export async function answerRequest(
  db: Db,
  workspace: Workspace,
  request: FigureRequest,
  thresholds: Thresholds,
): Promise<{ answered: Answered; lanes: Lane[] }> {
  const { selection, lanes } = await readSelection(db, workspace, request);
  return { answered: figureOrSplit(selection, thresholds), lanes };
}
