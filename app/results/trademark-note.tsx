/** How the numbers were made and whose marks they carry; at the foot of every page that names NPS. */
export function TrademarkNote({ by = null }: { by?: string | null }) {
  return (
    <footer className="foot note">
      <p>
        {by && `Headline written by ${by}. `}
        <a href="/docs/how-sure-are-we">Of 100 such intervals about 95 hold the true figure.</a> Net Promoter,
        NPS and Net Promoter Score are registered trademarks of Bain &amp; Company, NICE Satmetrix and Fred
        Reichheld.
      </p>
    </footer>
  );
}
