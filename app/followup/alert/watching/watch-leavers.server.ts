import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listCorrections } from '../../rule/sign.store.server.ts';
import { findRaised } from '../alert.store.server.ts';
import { pluralOf } from '../plural-of.server.ts';
import { sayLeft } from './alert-words.ts';
import { raiseAlert } from './raise-alert.server.ts';
import type { Watching } from './watching.ts';

const PAGE = 500;

/** Raises one alert for each person who says that they have left. It is said of a seat and is no answer. */
export async function watchLeavers(
  house: House,
  workspace: Workspace,
  { rule, span }: Watching<'left'>,
): Promise<void> {
  const { id: ruleId, programmeId, personaId } = rule;
  let since = span.from;
  for (;;) {
    const asked = { programmeId, personaId, said: ['left'] as const, since, limit: PAGE };
    const said = await listCorrections(house.reading, workspace, asked);
    const abouts = said.map(({ id }) => id);
    const before = await findRaised(house.reading, workspace, { ruleId, abouts });
    const what = sayLeft(await pluralOf(house.reading, workspace, personaId));
    for (const { id: about, waveId, accountId, personId } of said)
      if (!before.has(about))
        await raiseAlert(house, workspace, rule, { about, waveId, accountId, personId, what });
    const last = said.at(-1)?.at;
    // A page of one and the same moment would be read for ever.
    if (said.length < PAGE || last === undefined || last === since) return;
    since = last;
  }
}
