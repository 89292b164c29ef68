import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { materials } from '../../shared/catalogue/contract.ts'
import { SeriesFields } from '../../shared/copies/contract.ts'
import { accessionNumberText } from '../../shared/copies/rules.ts'
import { useCommand } from '../app/operations.ts'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Series } from './SeriesPage.tsx'
import { useWords } from './use-words.ts'

type Values = z.output<typeof SeriesFields>
/** While a box is empty its number is missing. */
type Typed = Omit<Values, 'digits'> & { digits: number | null }
const fieldByCode = { duplicate_name: 'name', duplicate_prefix: 'prefix', series_in_use: 'prefix' }

/** A series and what its numbers look like; prefix and digits are fixed with the first number given. */
export function SeriesDialog({ series, onClose }: { series: Series | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { word } = useWords()
  const add = useCommand('copies.addSeries')
  const update = useCommand('copies.updateSeries')
  const command = series ? update : add
  const form = useForm<Typed, unknown, Values>({
    defaultValues: {
      name: series?.name ?? '',
      prefix: series?.prefix ?? '',
      digits: series?.digits ?? 6,
      materials: series?.materials ?? [],
    },
    resolver: schemaResolver(SeriesFields),
  })
  const fields = bind(form)
  const [prefix, digits, chosen] = useWatch({
    control: form.control,
    name: ['prefix', 'digits', 'materials'],
  })
  const isFixed = series !== null && series.copies > 0
  const example = accessionNumberText({ prefix, digits: digits || 1 }, (series?.lastNumber ?? 0) + 1)

  function save(values: Values) {
    return series ? update.run({ ...values, id: series.id, rev: series.rev }) : add.run(values)
  }
  function toggle(code: string, isOn: boolean) {
    const next = isOn ? [...chosen, code] : chosen.filter((other) => other !== code)
    form.setValue('materials', next, { shouldDirty: true })
  }
  const title = series ? t('copies.places.edit', { name: series.name }) : t('copies.series.add')
  return (
    <FormDialog {...{ title, form, save, command, fieldByCode, onClose }} isWide>
      <div className="form-grid">
        <TextField {...fields.text('name')} label={t('copies.series.name')} isRequired isWide />
        <TextField
          {...fields.text('prefix')}
          label={t('copies.series.prefix')}
          hint={t(isFixed ? 'copies.series.fixed' : 'copies.series.prefixHint')}
          readOnly={isFixed}
        />
        <NumberField {...fields.value('digits')} label={t('copies.series.digits')} readOnly={isFixed} />
      </div>
      <p>{t('copies.series.example', { number: example })}</p>
      <fieldset className="checks">
        <legend>{t('copies.series.materialsFor')}</legend>
        {materials.map((code) => (
          <label key={code} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={(event) => toggle(code, event.target.checked)}
            />
            <span>{word('catalogue.materials', code)}</span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  )
}
