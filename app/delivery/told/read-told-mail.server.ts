import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { logoPath } from '#app/programme/brand/brand.ts';
import { readBrand } from '#app/programme/brand/read-brand.server.ts';
import { listSomeHolders } from '#app/programme/pile/holder.store.server.ts';
import type { ReadTold } from '#app/programme/told/read-told.server.ts';
import { wordsIn } from '#app/survey/words/words.ts';
import { letterBrand } from '../address-letter.server.ts';
import type { WrittenMail } from '../invitation-mail.ts';
import { findLane } from '../test-letter/test-letter.store.server.ts';
import { writeTold } from './told-mail.ts';

/** The letter being written, as one of those who hold the role will see it; its way out leads nowhere. */
export async function readToldMail(
  { db, env }: Pick<House, 'db' | 'env'>,
  workspace: Workspace,
  { wave, persona, draft, workspaceName }: ReadTold & { workspaceName: string },
): Promise<WrittenMail> {
  const { programmeId } = wave;
  // A wave has its programme.
  const brand = (await readBrand(db, workspace, programmeId))!;
  const [holder] = await listSomeHolders(db, workspace, { programmeId, personaId: persona.id });
  const look = letterBrand(brand, env.publicUrl);
  // A wave has its lane, and a lane its survey.
  const { language } = (await findLane(db, workspace, { waveId: wave.id, personaId: persona.id }))!;
  const mail = {
    workspaceName,
    senderName: brand.senderName,
    personName: holder?.personName ?? 'Alex Example',
    personaName: persona.name,
    personaPlural: persona.plural,
    accountName: holder?.accountName ?? 'an account',
    waveName: wave.name,
    hasAnswered: true,
    letter: draft,
    language,
    unsubscribeUrl: '#',
    // From this page's own address, as its policy wants.
    brand: look.logo && brand.logo ? { ...look, logo: { ...look.logo, url: logoPath(brand.logo) } } : look,
  };
  return writeTold(mail, wordsIn(language));
}
