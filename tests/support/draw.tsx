import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { afterEach } from 'vitest';

afterEach(cleanup);

const AS_IN_REMIX = {
  v7_relativeSplatPath: true,
  v7_fetcherPersist: true,
  v7_normalizeFormMethod: true,
  v7_partialHydration: true,
  v7_skipActionErrorRevalidation: true,
} as const;

/** Draws a view as the page at `path` of an app whose every address shows it. */
export function draw(view: ReactNode, path = '/') {
  const router = createMemoryRouter([{ path: '*', element: view }], {
    initialEntries: [path],
    future: AS_IN_REMIX,
  });
  return render(<RouterProvider router={router} future={{ v7_startTransition: true }} />);
}

/**
 * What axe finds wrong in the document. Colours are left out, as no style sheet is loaded here; title and
 * language belong to the root of the app.
 */
export async function barriers(): Promise<string[]> {
  const off = { enabled: false };
  const rules = { 'color-contrast': off, 'document-title': off, 'html-has-lang': off };
  const { violations } = await axe.run(document, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
