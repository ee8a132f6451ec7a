import { html } from '#app/platform/html.ts';
import { document } from '../page-frame.ts';

/** Stands in the place of a token in the letter that a member sends to themselves; no token looks like it. */
export const TEST_TOKEN = 'test';

/** For a member: respondents never see it, so it speaks the language of the desk. */
export function testLetterPage(): string {
  const body = html`<main><h1>This came from a test letter.</h1>
<p class="after">In a real one this page lets people stop the mail of one programme or all of it, and say that their role is another or that they have left. Here nothing is changed.</p></main>`;
  return document('A test letter', body, 'en');
}
