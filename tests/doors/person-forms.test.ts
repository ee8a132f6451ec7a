import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const DANA = {
  name: 'Dana Weber',
  email: 'dana@acme.example',
  accountName: 'Acme',
  title: 'CFO',
  language: 'de-AT',
  persona: 'buyer',
  evidence: 'Said so on the call',
};

describe('one person, by forms alone', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let visitor: Visitor;

  beforeAll(async () => {
    test = await openTestHouse();
    await foundTestWorkspace(test.house);
    doors = await openDoors(test.house);
    visitor = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await doors.close();
    await test.close();
  });

  const people = () => test.house.db.selectFrom('person').selectAll().orderBy('name').execute();
  const text = async (path: string) => (await visitor.get(path)).text();
  const decoded = async (answer: Response) => (await answer.text()).replaceAll('&quot;', '"');

  it('is added where everything is said, and is asked from then on', async () => {
    const added = await visitor.post('/people/new', DANA);
    expect(added.status).toBe(303);
    expect(await people()).toMatchObject([{ name: 'Dana Weber', language: 'de-AT' }]);
    const page = await text(added.headers.get('location')!);
    for (const said of ['CFO at Acme', 'dana@acme.example', 'Said so on the call', 'Austrian German'])
      expect(page).toContain(said);
    expect(await text('/accounts')).toContain('Acme');
  });

  it('is not added twice: whoever has the address is a link', async () => {
    const again = await visitor.post('/people/new', { ...DANA, name: 'D. Weber', accountName: 'Other' });
    expect(again.status).toBe(422);
    const page = await decoded(again);
    expect(page).toContain('This address is Dana Weber’s already.');
    expect(page).toMatch(/<a [^>]*href="\/people\/per_[^"]+"[^>]*>Open/);
    expect(page).toContain('value="D. Weber"');
    expect(await text('/accounts')).not.toContain('Other');
  });

  it.each([
    ['no role', { persona: '' }, 'Choose what they do there, or that you don’t know yet.'],
    ['a role without a reason', { evidence: ' ' }, 'Say how you know what they do, in a few words.'],
    ['no account', { accountName: '' }, 'Write the name of the account where they work.'],
    ['an address that is none', { email: 'kofi' }, 'kofi'],
    ['a persona of nobody', { persona: 'nobody' }, 'This persona is closed. Choose another one.'],
    ['no language', { language: '12' }, 'Choose a language of the list.'],
  ])('is not added with %s, and nothing typed is lost', async (_, given, sentence) => {
    const typed = { ...DANA, name: 'Kofi Mensah', email: 'kofi@acme.example', ...given };
    const answer = await visitor.post('/people/new', typed);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(sentence);
    expect(page).toContain('value="Kofi Mensah"');
    expect(await people()).toHaveLength(1);
  });

  it('waits under “Roles missing” where nobody knows the role yet', async () => {
    const unknown = { ...DANA, name: 'Noor', email: 'noor@acme.example', persona: 'not_known', evidence: '' };
    expect((await visitor.post('/people/new', unknown)).status).toBe(303);
    expect(await text('/people/unplaced')).toContain('Role missing: 1 person');
  });

  it('keeps the account it is added from', async () => {
    const href = /href="\/accounts\/(acc_[^"?]+)"/.exec(await text('/accounts'))![1]!;
    expect(await text(`/accounts/${href}`)).toContain(`/people/new?account=${href}`);
    expect(await text(`/people/new?account=${href}`)).toContain('value="Acme"');
  });

  it('has a language and a time zone to change; what cannot be read stays typed', async () => {
    const [dana] = await people();
    const path = /href="(\/people\/per_[^"?]+)"/.exec(await text('/people?q=Dana'))![1]!;
    const details = { intent: 'details', name: 'Dana Weber', email: '' };
    const faulty = await visitor.post(path, { ...details, language: 'fr', timeZone: 'Mars/Base' });
    expect(faulty.status).toBe(422);
    expect(await faulty.text()).toContain('value="Mars/Base"');
    expect((await people())[0]).toEqual(dana);
    const zone = { language: 'fr', timeZone: 'europe/oslo' };
    expect((await visitor.post(path, { ...details, ...zone })).status).toBe(303);
    expect((await people())[0]).toMatchObject({ language: 'fr', time_zone: 'Europe/Oslo' });
    // A form from before it had these fields takes nothing away; an empty field does.
    await visitor.post(path, details);
    expect((await people())[0]).toMatchObject({ language: 'fr', time_zone: 'Europe/Oslo' });
    await visitor.post(path, { ...details, language: '', timeZone: '' });
    expect((await people())[0]).toMatchObject({ language: null, time_zone: null });
  });
});
