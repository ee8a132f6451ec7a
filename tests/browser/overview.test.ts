import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gallery, openGallery } from './gallery.ts';
import { PAGES } from './pages.ts';
import { expectOneLook, readAnswers, readLanes, SCHEMES, SCREENS, takePictures } from './reading.ts';

/** The folder for pictures of the reading test; without it none are taken. */
const PICTURES = process.env.READING_PICTURES;
const WIDE = { viewport: { width: 1280, height: 900 } };

describe('the executive’s page', () => {
  let gallery: Gallery;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery.close());
  const row = (name: string) => PAGES.find((one) => one.name === name)!;

  it.each(
    ['overview-executive', 'overview-compared'].flatMap((name) =>
      ['A4', 'Letter'].map((size) => [name, size] as const),
    ),
  )('%s prints to one page of %s', async (name, format) => {
    const { page, takeDown } = await gallery.hang(row(name), WIDE);
    for (const one of await page.locator('.only-print').all()) expect(await one.isVisible()).toBe(false);
    const paper = (await page.pdf({ format, printBackground: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await takeDown();
  });

  it.each(['a4', 'letter'])('is one page of %s as a PDF', async (paper) => {
    const { page, takeDown } = await gallery.hang(row('overview-executive'), WIDE);
    const answer = await page.request.get(`/overview.pdf?paper=${paper}`);
    expect((await answer.body()).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await takeDown();
  });

  it.each(Object.entries(SCREENS))(
    'answers five questions on the first screen of a %s',
    async (screen, viewport) => {
      const { page, faults, takeDown } = await gallery.hang(row('overview-executive'), { viewport });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        if (PICTURES) await takePictures(page, PICTURES, `${screen}-${colorScheme}`);
        await expectOneLook(page, viewport.height);
      }
      expect(faults()).toEqual([]);
      await takeDown();
    },
  );

  it('answers them with what its lanes say', async () => {
    const { page, takeDown } = await gallery.hang(row('overview-executive'), WIDE);
    const [fell, real, silent, promised, done] = (await readAnswers(page)).map(({ answer }) => answer);
    const lanes = await readLanes(page);
    for (const { name, change, done: said, all } of lanes) {
      const named = new RegExp(name, 'i');
      expect(named.test(fell!.split('\n')[0]!), `${name} fell`).toBe(/^Down/.test(change));
      expect(named.test(real!), `how sure it is of ${name}`).toBe(change !== '');
      expect(named.test(silent!.split('\n')[0]!), `${name} silent`).toBe(all.includes('Not heard.'));
      if (change) expect(done, `what was done for ${name}`).toMatch(named);
      expect(new RegExp(`${name}: `, 'i').test(done!), `something done for ${name}`).toBe(
        /Told: |Follow-ups: \d+ done|Decided/.test(said),
      );
    }
    const keeping = lanes.filter(
      ({ done: said }) => /Promised/.test(said) && !said.includes('Nothing was promised'),
    );
    expect(promised).toContain(`To tell ${keeping.length} personas what came of it, by 18 December`);
    expect(promised).toMatch(/4 promises are overdue, the longest by \d+ days/);
    expect(silent).toMatch(/Buyer at Baltica Yards, which renews in \d+ days; more below/);
    const buyers = page.getByRole('region', { name: 'Buyers' });
    expect(await buyers.locator('.change').innerText()).toMatch(/between −\d+ and \+?−?\d+/);
    expect(done).toMatch(/Buyers: 2 of 10 told, 2 follow-ups done/);
    await takeDown();
  });

  it('is shared by a link that somebody outside opens, and ended by hand', async () => {
    const { page, faults, takeDown } = await gallery.hang(row('overview-shares'), WIDE);
    await page.getByLabel('Open for how many days').fill('91');
    await page.getByRole('button', { name: 'Make the link' }).press('Enter');
    expect(await page.getByRole('alert').first().innerText()).toContain('90 days');
    await page.getByLabel('Open for how many days').fill('7');
    await page.getByRole('button', { name: 'Make the link' }).press('Enter');
    const address = await page.locator('.secret').innerText();
    const stranger = await gallery.browser.newContext();
    const outside = await stranger.newPage();
    await outside.goto(address);
    expect(await outside.locator('.lane').count()).toBe(5);
    expect(await outside.locator('body').innerText()).not.toContain('Aarón Vidal');
    await page.getByRole('button', { name: 'End it' }).first().press('Enter');
    await page.getByText('Ended by hand').first().waitFor();
    expect((await outside.goto(address))?.status()).toBe(404);
    await stranger.close();
    expect(faults().filter((said) => !said.includes('422'))).toEqual([]);
    await takeDown();
  });
});
