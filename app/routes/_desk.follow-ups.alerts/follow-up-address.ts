import { toSlug } from '#app/platform/ids.ts';

interface About {
  personaId: string;
  programmeId: string;
  waveId: string | null;
  accountId: string | null;
  personId: string | null;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
}

/** The form of a new follow-up about an alert. Where the programme promised confidence it is about nobody by name. */
export function followUpAddress(about: About): string {
  const { personaId, programmeId, waveId, accountId, personId, confidentiality } = about;
  const isNamed = confidentiality === 'attributed';
  const asked = new URLSearchParams({
    persona: personaId,
    programme: toSlug('programme', programmeId),
    ...(waveId && { wave: toSlug('wave', waveId) }),
    ...(isNamed && accountId && { account: toSlug('account', accountId) }),
    ...(isNamed && personId && { person: toSlug('person', personId) }),
  });
  return `/follow-ups/new?${asked}`;
}
