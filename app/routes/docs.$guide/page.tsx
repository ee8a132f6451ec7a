import { useLoaderData } from '@remix-run/react';
import { Brand } from '#app/ui/alone-page.tsx';
import { Prose } from '#app/ui/prose-view.tsx';
import type { loader } from './route.tsx';

/** One guide of docs/guides, as it is written there. */
export function GuidePage() {
  const { title, blocks, guides } = useLoaderData<typeof loader>();
  return (
    <main className="alone wide" id="main">
      <Brand />
      <h1>{title}</h1>
      <Prose blocks={blocks} leadTo={(written) => guideAt(written, guides)} />
      <p>
        <a href="/">Go to the start</a>
      </p>
    </main>
  );
}

/** A guide names another by its file. */
function guideAt(written: string, guides: readonly string[]): string | null {
  const name = written.replace(/\.md$/, '');
  return guides.includes(name) ? `/docs/${name}` : null;
}
