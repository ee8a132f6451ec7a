import { bringAccounts, bringPeople, defineAttributes } from './bring-people.ts';
import { DAYS } from './calendar.ts';
import { castPeople } from './cast.ts';
import { drawMap } from './draw-map.ts';
import { MEMBERS } from './firm.ts';
import { followUp, makeRules } from './follow-up.ts';
import { foundFirm, welcome } from './found-firm.ts';
import { passTheMonths } from './pass-the-months.ts';
import { receiveList } from './receive-file.ts';
import type { Stage } from './stage.ts';
import { tagThemes } from './tag-themes.ts';
import { askEarlier, askLatest, askNewAccounts, draftNext, prepareStanding } from './the-waves.ts';
import { writeOverview } from './write-overview.ts';

/** Nine months of an invented firm, in the order in which they happened. */
export async function playStory(stage: Stage): Promise<void> {
  const { procurementId, ...firm } = await foundFirm(stage);
  const cast = castPeople(stage.dice);
  const placed = cast.filter(({ position }) => position !== 'unplaced');
  const unplaced = cast.filter(({ position }) => position === 'unplaced');

  stage.goTo(DAYS.peopleCame);
  await defineAttributes(firm);
  const at = { accounts: await bringAccounts(firm), procurementId };
  const known = placed.filter(({ joins }) => joins === 'before');
  const first = await bringPeople(firm, known, at);
  const standing = await prepareStanding(firm, procurementId);
  await askEarlier(firm, standing, first);

  stage.goTo(DAYS.newPeopleCame);
  const newcomers = placed.filter(({ joins }) => joins === 'between');
  const people = [...first, ...(await bringPeople(firm, newcomers, at))];
  await passTheMonths(firm, people);
  await askNewAccounts(firm, people);
  await makeRules(firm, standing.programmeId);
  const { waveId } = await askLatest(firm, standing, people);
  await followUp(firm, standing.programmeId);

  await receiveList(firm, unplaced);
  await writeOverview(firm, waveId);
  await tagThemes(firm, waveId);
  await draftNext(firm, standing);
  await drawMap(firm, standing.programmeId, people);
  // Last, so that an executive who can sign in means a story told to its end.
  await welcome(firm, 'executive', MEMBERS.cx.name);
}
