import { Link, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { isBase } from '#app/persona/persona.ts';

import { TrademarkNote } from '#app/results/trademark-note.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { PersonaTabs } from '#app/ui/tabs.tsx';
import { When } from '#app/ui/time.tsx';
import { BreakdownSection } from './breakdown-section.tsx';
import { FigureSection } from './figure-section.tsx';
import { PanelSection } from './panel-section.tsx';
import { PurposeSection } from './purpose-section.tsx';
import { QuestionsSection } from './questions-section.tsx';
import type { loader } from './route.tsx';
import { SilentSection } from './silent-section.tsx';
import { SureSection } from './sure-section.tsx';
import { ThemesSection } from './themes-section.tsx';
import { TrendSection } from './trend-section.tsx';
import { WhoSection } from './who-section.tsx';
import { WordsSection } from './words-section.tsx';

export type PersonaView = ReturnType<typeof useLoaderData<typeof loader>>;

/** Persona view: one persona at many accounts. It never names an account as a whole. */
export function PersonaPage() {
  const view = useLoaderData<typeof loader>();
  const { persona, wave, asked, tabs } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to={`/results?wave=${view.slug}`}>Results</Link>
            <span>Persona view: one persona, many accounts</span>
          </>
        }
        tools={<a href={`/results.csv?wave=${view.slug}`}>CSV</a>}
        title={
          <span className="persona">
            <Glyph {...laneIdentity(persona)} size={24} /> {persona.plural}, {wave.name}
          </span>
        }
        lead={
          <>
            {wave.closedAt ? (
              <>
                Closed <When at={wave.closedAt} zone="UTC" locale="en-GB" />.{' '}
              </>
            ) : (
              'Answers still come in. '
            )}
            “{asked}”
          </>
        }
      />
      <PersonaTabs
        tabs={tabs.map((tab) => ({
          to: tab.to,
          lane: tab.persona.base,
          core: !isBase(tab.persona.id),
          name: tab.persona.plural,
          current: tab.persona.id === persona.id,
        }))}
      />
      <PurposeSection view={view} />
      <FigureSection view={view} />
      <TrendSection view={view} />
      <PanelSection view={view} />
      <BreakdownSection view={view} />
      <SureSection view={view} />
      <QuestionsSection view={view} />
      <div className="two">
        <ThemesSection view={view} />
        <WhoSection view={view} />
      </div>
      <WordsSection view={view} />
      <SilentSection view={view} />
      <TrademarkNote />
    </>
  );
}
