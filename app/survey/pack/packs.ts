import type { PersonaBase } from '#app/persona/persona.ts';
import { advocateAskAdvocate } from './advocate-ask/advocate.ts';
import { afterSupportEndUser } from './after-support/end-user.ts';
import { afterSupportInfluencer } from './after-support/influencer.ts';
import { beforeRenewalBuyer } from './before-renewal/buyer.ts';
import { beforeRenewalEndUser } from './before-renewal/end-user.ts';
import { beforeRenewalInfluencer } from './before-renewal/influencer.ts';
import { lostDealBuyer } from './lost-deal/buyer.ts';
import { lostDealInfluencer } from './lost-deal/influencer.ts';
import { OCCASIONS, type Occasion, whyNotFor } from './occasion.ts';
import { onboardingBuyer } from './onboarding/buyer.ts';
import { onboardingEndUser } from './onboarding/end-user.ts';
import { onboardingInfluencer } from './onboarding/influencer.ts';
import type { Pack } from './pack.ts';
import { relationshipAdvocate } from './relationship/advocate.ts';
import { relationshipBuyer } from './relationship/buyer.ts';
import { relationshipEndUser } from './relationship/end-user.ts';
import { relationshipInfluencer } from './relationship/influencer.ts';

/** Every pack there is, in the order of occasions and of lanes. */
export const PACKS: readonly Pack[] = [
  relationshipEndUser,
  relationshipInfluencer,
  relationshipBuyer,
  relationshipAdvocate,
  onboardingEndUser,
  onboardingInfluencer,
  onboardingBuyer,
  afterSupportEndUser,
  afterSupportInfluencer,
  beforeRenewalEndUser,
  beforeRenewalInfluencer,
  beforeRenewalBuyer,
  lostDealInfluencer,
  lostDealBuyer,
  advocateAskAdvocate,
];

/** The pack of an occasion for a base; null where none is offered, or for a word that is no occasion. */
export function findPack(occasion: string, base: PersonaBase): Pack | null {
  return PACKS.find((pack) => pack.occasion === occasion && pack.base === base) ?? null;
}

/** For one base every occasion, in order: its pack, or why there is none. */
export function occasionsFor(
  base: PersonaBase,
): { occasion: Occasion; pack: Pack | null; whyNot: string | null }[] {
  return OCCASIONS.map((occasion) => ({
    occasion,
    pack: findPack(occasion, base),
    whyNot: whyNotFor(occasion, base),
  }));
}
