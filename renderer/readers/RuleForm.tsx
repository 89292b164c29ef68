import { useFieldArray, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { specialClasses } from '../../shared/catalogue/contract.ts'
import { readerModes, ReaderSettings } from '../../shared/readers/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { ExceptionRow } from './ExceptionRow.tsx'

const fieldByCode = { prefix_unreadable: 'cardPrefix' }

/** How far the library goes with its readers; what follows from it is asked only then. */
export function RuleForm({ settings }: { settings: ReaderSettings }) {
  const { t } = useTranslation()
  const toast = useToast()
  const failureText = useFailureText()
  const save = useCommand('readers.setSettings')
  const form = useForm<ReaderSettings, unknown, ReaderSettings>({
    defaultValues: settings,
    resolver: schemaResolver(ReaderSettings),
  })
  const { text, value } = bind(form)
  const exceptions = useFieldArray({ control: form.control, name: 'exceptions' })
  const mode = useWatch({ control: form.control, name: 'mode' })
  const kept = value('keptClasses')
  async function submit(given: ReaderSettings) {
    const answer = await save.run(given)
    if (answer.ok) toast({ text: t('common.saved') })
    else if (placeRefusal(form, { failure: answer.error, fieldByCode, text: failureText })) save.clear()
  }
  const count = (name: 'cardDigits' | 'cardMonths' | 'days' | 'copies' | 'renewals') => {
    const bound = value(name)
    return {
      ...bound,
      label: t(`readers.settings.${name}`),
      onChange: (next: number | null) => bound.onChange(next ?? 0),
    }
  }
  return (
    <Form form={form} onSubmit={submit} label={t('readers.settings.title')} enterSubmits={false}>
      <section className="card">
        <fieldset className="type-checks">
          <legend>{t('readers.settings.mode')}</legend>
          {readerModes.map((each) => (
            <label key={each} className="check">
              <input type="radio" value={each} {...form.register('mode')} />
              <span>
                <strong>{t(`readers.modes.${each}`)}</strong> – {t(`readers.modeHints.${each}`)}
              </span>
            </label>
          ))}
        </fieldset>
      </section>
      {mode !== 'counters' && (
        <section className="card">
          <h2>{t('readers.settings.cards')}</h2>
          <div className="form-grid">
            <TextField {...text('cardPrefix')} label={t('readers.settings.cardPrefix')} maxLength={10} />
            <NumberField {...count('cardDigits')} />
            <NumberField {...count('cardMonths')} />
          </div>
        </section>
      )}
      {mode === 'loans' && (
        <section className="card stack">
          <h2>{t('readers.settings.loans')}</h2>
          <div className="form-grid">
            <NumberField {...count('days')} />
            <NumberField {...count('copies')} />
            <NumberField {...count('renewals')} />
          </div>
          <h3>{t('readers.settings.exceptions')}</h3>
          <p className="soft">{t('readers.settings.exceptionHint')}</p>
          {exceptions.fields.map((field, at) => (
            <ExceptionRow key={field.id} form={form} at={at} onRemove={() => exceptions.remove(at)} />
          ))}
          <div className="actions">
            <Button
              icon="add"
              onClick={() =>
                exceptions.append({ groupId: null, material: null, days: 14, copies: 3, renewals: 1 })
              }
            >
              {t('readers.settings.addException')}
            </Button>
          </div>
          <fieldset className="type-checks">
            <legend>{t('readers.settings.kept')}</legend>
            {specialClasses.map((each) => (
              <label key={each} className="check">
                <input
                  type="checkbox"
                  checked={kept.value.includes(each)}
                  onChange={(event) =>
                    kept.onChange(
                      event.target.checked ? [...kept.value, each] : kept.value.filter((one) => one !== each),
                    )
                  }
                />
                {t(`catalogue.specialClasses.${each}`)}
              </label>
            ))}
          </fieldset>
          <p className="soft">
            {t('readers.settings.keptStores')} <Link to="/copies/places">{t('copies.places.title')}</Link>
          </p>
        </section>
      )}
      <Failure of={save.failure} />
      <div className="actions">
        <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={save.isRunning}>
          {t('readers.settings.save')}
        </Button>
      </div>
    </Form>
  )
}
