import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Desk } from '#tests/support/asking.ts';
import { type OpenDoors, openDoors, Visitor } from '#tests/support/doors.ts';
import { ADMIN, foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import {
  addNotListenedTo,
  JOB_SATISFACTION,
  PURCHASE_INFLUENCE,
  SO_TARGETS,
  soFile,
  workOn,
} from '#tests/support/past-answers.ts';

describe('the pages of past answers', () => {
  let test: TestHouse;
  let doors: OpenDoors;
  let desk: Desk;
  let member: Visitor;

  beforeAll(async () => {
    test = await openTestHouse();
    const founded: { workspace: Workspace; memberId: string } = await foundTestWorkspace(test.house);
    desk = { house: test.house, ...founded };
    await addNotListenedTo(desk);
    doors = await openDoors(test.house);
    member = await new Visitor(doors.origin).signIn(ADMIN.email, ADMIN.password);
  });
  afterAll(async () => {
    await doors.close();
    await test.close();
  });

  async function upload(bytes: Uint8Array | string, name = 'so2025.csv'): Promise<Response> {
    const form = new FormData();
    form.set('file', new File([Buffer.from(bytes)], name, { type: 'text/csv' }));
    return member.send('/answers/import?index', {
      method: 'POST',
      body: form,
      headers: { 'sec-fetch-site': 'same-origin' },
    });
  }

  async function uploaded(bytes: Uint8Array | string): Promise<string> {
    const answer = await upload(bytes);
    expect(answer.status).toBe(303);
    return answer.headers.get('location')!;
  }

  const work = (path: string) => workOn(desk, fromSlug('import', path.split('/').at(-1))!);
  const read = async (path: string) => {
    const page = await member.get(path);
    expect(page.status).toBe(200);
    // React puts a comment between a word and a number beside it.
    return (await page.text()).replaceAll('<!-- -->', '');
  };
  const columns = (targets: Record<string, string>, header: string) =>
    Object.fromEntries(header.split(',').map((name, at) => [`column-${at}`, targets[name] ?? 'leave_out']));

  it('refuse an empty file with a sentence, where it was chosen', async () => {
    const answer = await upload('');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Choose a CSV file that has rows in it.');
  });

  it('refuse answers given in words, and keep what was typed', async () => {
    const path = await uploaded('Role,Answer\nBuyer,Absolutely\n');
    const answer = await member.post(`${path}?index`, {
      ...{ intent: 'declare', 'column-0': 'persona', 'column-1': 'score', scale: 'verbal' },
      ...{
        programmeName: 'CNCF members',
        waveName: '2019',
        answeredOn: '2019-11-01',
        confidentiality: 'confidential',
      },
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('This asks how likely they are to recommend, but not 0–10. No NPS');
    expect(page).toContain('value="CNCF members"');
  });

  it('take the real file from upload to results: declared, decided word by word, dry run, brought in', async () => {
    const header = soFile().toString('utf8').split('\n', 1)[0]!.trim();
    const path = await uploaded(soFile());
    expect(await read(path)).toContain('What is in so2025.csv?');
    const form = { intent: 'declare', ...columns(SO_TARGETS, header), ...JOB_SATISFACTION };
    expect((await member.post(`${path}?index`, form)).headers.get('location')).toBe(path);
    await work(path);
    const dryRun = await read(path);
    expect(dryRun).toContain('1000 rows read. 0 answers have a persona.');
    expect(dryRun).toContain('There is no “assign all”');
    const words = Object.entries(PURCHASE_INFLUENCE);
    const meanings = { word: words.map(([word]) => word), meaning: words.map(([, persona]) => persona) };
    await member.post(`${path}?index`, { intent: 'words', ...meanings });
    await work(path);
    expect(await read(path)).toContain('1000 rows read. 724 answers have a persona.');
    expect((await test.house.db.selectFrom('response').select('id').execute()).length).toBe(0);
    await member.post(`${path}?index`, { intent: 'bring_in' });
    await work(path);
    expect(await read(path)).toContain('724 answers came in.');
    // Nothing is left to bring in: the same button again changes nothing.
    await member.post(`${path}?index`, { intent: 'bring_in' });
    const rejects = await (await member.get(`${path}/rejects`)).text();
    expect(rejects.trim().split('\r\n')).toHaveLength(237);
  });

  it('show one persona at a time, and call its figure by what was asked', async () => {
    const answers = await read('/answers?persona=buyer');
    expect(answers).toContain('159 buyers answered, 0 comments.');
    expect(answers).toContain('Unplaced (40)');
    // What is seen, without the foot that says whose marks the words are.
    const overview = (await read('/overview')).split('<script')[0]!.replace(/<footer[\s\S]*?<\/footer>/, '');
    expect(overview).toContain('Job satisfaction, top-2 minus bottom-7');
    expect(overview).not.toContain('NPS');
  });

  it('list what is unplaced, and place it answer by answer, never without a role', async () => {
    const page = await read('/answers/unplaced');
    expect(page).toContain('40 unplaced answers');
    const [, slug] = /name="answer" value="(res_[0-9a-z]{26})"/.exec(page)!;
    const refused = await member.post('/answers/unplaced', { answer: slug!, persona: '' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Choose in which role this was answered.');
    const all = await member.post('/answers/unplaced', { persona: 'buyer' });
    expect(all.status).toBe(422);
    const placed = await member.post('/answers/unplaced', { answer: slug!, persona: 'buyer' });
    expect(placed.headers.get('location')).toBe('/answers/unplaced?placed=1');
    expect(await read('/answers/unplaced?placed=1')).toContain('39 unplaced answers');
    expect(await read('/answers?persona=buyer')).toContain('160 buyers answered');
  });

  it('have no door for a figure without answers: they say why', async () => {
    const page = await read('/answers/import');
    expect(page).toContain('36 of whom?');
    expect(page).toContain('href="/docs/orples"');
  });
});
