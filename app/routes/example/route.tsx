import { type ActionFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { isFounded } from '#app/membership/is-founded.server.ts';

export const meta: MetaFunction = () => [{ title: 'The example · Rolecall' }];

/** Fills an empty Rolecall with the example workspace. Like founding, open to anybody and therefore only once. */
export async function action({ context: { house } }: ActionFunctionArgs) {
  if (await isFounded(house)) throw redirect('/sign-in', 303);
  return { signIns: await house.playExample() };
}

export { ExamplePage as default } from './page.tsx';
