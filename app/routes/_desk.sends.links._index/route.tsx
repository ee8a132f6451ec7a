import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';
import { listSharedLinks } from '#app/programme/shared-link/list-shared-links.server.ts';
import { listSurveys } from '#app/survey/list-surveys.server.ts';

export const meta: MetaFunction = () => [{ title: 'Links for a page or chat · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const links = await listSharedLinks(db, workspace);
  const surveys = await listSurveys(db, workspace);
  return {
    canShare: surveys.some(({ published }) => published !== null),
    links: links.map((link) => ({
      ...link,
      slug: toSlug('wave', link.waveId),
      programmeSlug: toSlug('programme', link.programmeId),
    })),
  };
}

export { SharedLinksPage as default } from './page.tsx';
