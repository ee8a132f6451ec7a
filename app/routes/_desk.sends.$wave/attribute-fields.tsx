import { Choice } from '#app/ui/choice.tsx';
import { Select } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import type { SendView } from './page.tsx';

/** Own attributes to pick by: of each one value is enough, and all of them must fit. */
export function AttributeFields({ attributes: { open, more } }: { attributes: SendView['attributes'] }) {
  const options = more.map(({ value, about, name }) => ({
    value,
    label: about === 'account' ? `${name} of the account` : name,
  }));
  return (
    <>
      {open.map(({ field, name, about, values }) => (
        <fieldset key={field} className="field">
          <legend>{about === 'account' ? `${name} of the account is` : `${name} is`}</legend>
          {values.length === 0 && <p className="small quiet">Nothing has a value yet.</p>}
          <div className="cluster">
            {values.map(({ key, value, held, isChosen }) => (
              <Choice
                key={`${key} ${isChosen}`}
                type="checkbox"
                name={field}
                value={key}
                label={
                  <>
                    <bdi>{value}</bdi> <span className="quiet">{held}</span>
                  </>
                }
                defaultChecked={isChosen}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {options.length > 0 && (
        <Field label="Also pick by">
          <Select
            key={options.length}
            name="by"
            options={[{ value: '', label: 'Nothing more' }, ...options]}
            defaultValue=""
          />
        </Field>
      )}
    </>
  );
}
