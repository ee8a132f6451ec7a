import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { noteApart } from '#app/overview/compare/note-apart.server.ts';
import { askedPage } from '#app/overview/page/asked-page.ts';
import { printPage } from '#app/overview/pdf/print-page.server.ts';
import { fileHeaders } from '#app/platform/http/file-headers.ts';
import { fromSlug } from '#app/platform/ids.ts';

/** The page on A4, or on Letter with `?paper=letter`. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace, workspaceName, member } = await requireMember(request, context);
  const size = new URL(request.url).searchParams.get('paper') === 'letter' ? 'LETTER' : 'A4';
  const asked = { ...askedPage(request.url, fromSlug), size, workspaceName } as const;
  const printed = await printPage(context.house, workspace, asked);
  switch (printed.kind) {
    case 'printed':
      return new Response(new Uint8Array(printed.pdf), {
        headers: fileHeaders('application/pdf', `rolecall ${printed.waveName}.pdf`),
      });
    case 'nothing_sent':
      throw new Response('Nobody has been asked yet, so there is nothing to print.', { status: 404 });
    case 'unknown_wave':
      throw new Response('There is no such wave.', { status: 404 });
    case 'apart':
      await noteApart(context.house, workspace, member.id);
      throw new Response(printed.message, { status: 422 });
    default:
      return printed satisfies never;
  }
}
