import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { listImports } from '#app/audience/import/list-imports.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction = () => [{ title: 'Import people · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const imports = await listImports(context.house.db, workspace);
  return {
    imports: imports.map(({ id, fileName, state, rowsTotal, createdAt }) => ({
      ...{ slug: toSlug('import', id), fileName, state, rowsTotal, createdAt },
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const file = (await request.formData()).get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const fileName = file instanceof File ? file.name : '';
  const given = { kind: 'people', fileName, bytes, actor: member.id } as const;
  const received = await receiveFile(context.house, workspace, given);
  if (received.kind === 'refused') return data({ message: received.message }, { status: 422 });
  throw redirect(`/people/import/${toSlug('import', received.id)}`, 303);
}

export { ImportPeoplePage as default } from './page.tsx';
