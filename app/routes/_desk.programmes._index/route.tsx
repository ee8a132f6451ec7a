import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';

export const meta: MetaFunction = () => [{ title: 'Programmes · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const programmes = await listProgrammes(context.house.db, workspace);
  return {
    programmes: programmes.map((programme) => ({ ...programme, slug: toSlug('programme', programme.id) })),
  };
}

export { ProgrammesPage as default } from './page.tsx';
