import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { listAnswerImports } from '#app/answering/import/list-answer-imports.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction = () => [{ title: 'Import past answers · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const imports = await listAnswerImports(context.house.db, workspace);
  return {
    imports: imports.map(({ id, fileName, state, choices, rowsTotal, createdAt }) => ({
      ...{ slug: toSlug('import', id), fileName, state, rowsTotal, createdAt },
      waveName: choices.waveName,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const file = (await request.formData()).get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const fileName = file instanceof File ? file.name : '';
  const received = await receiveFile(context.house, workspace, {
    kind: 'answers',
    fileName,
    bytes,
    actor: member.id,
  });
  if (received.kind === 'refused') return data({ message: received.message }, { status: 422 });
  throw redirect(`/answers/import/${toSlug('import', received.id)}`, 303);
}

export { ImportAnswersPage as default } from './page.tsx';
