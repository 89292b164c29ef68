import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { languages } from '../../shared/texts.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { bind } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { ChangedLibrary, LibraryFields, LibraryValues } from './library-values.ts'
import type { Provinces } from './use-shown-field.ts'

type Props = { form: UseFormReturn<LibraryValues, unknown, ChangedLibrary>; provinces: Provinces }

/** What the library is. The province decides which units from before the merger may be chosen. */
export function ProfileFieldset({ form, provinces }: Props) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  const label = (name: keyof LibraryFields) => t(`settings.fields.${name}`)
  const formerUnits = provinces.find((unit) => unit.code === form.watch('provinceCode'))?.formerUnits ?? []
  const [only, ...others] = formerUnits
  const hasChoice = others.length > 0

  function chooseProvince(code: string) {
    if (code === form.getValues('provinceCode')) return
    const units = provinces.find((unit) => unit.code === code)?.formerUnits ?? []
    value('provinceCode').onChange(code)
    value('formerProvinceCode').onChange(units.length === 1 ? (units[0]?.code ?? '') : '')
    form.clearErrors(['provinceCode', 'formerProvinceCode'])
  }
  return (
    <section className="card">
      <h2>{t('settings.library.profile')}</h2>
      <div className="form-grid">
        <TextField {...text('name')} label={label('name')} isRequired isWide />
        <TextField {...text('code')} label={label('code')} hint={t('settings.hints.code')} />
        <TextField {...text('site')} label={label('site')} hint={t('settings.hints.site')} />
        <Combobox
          {...value('provinceCode')}
          onChange={chooseProvince}
          label={label('provinceCode')}
          isRequired
          options={provinces.map((unit) => ({
            value: unit.code,
            label: unit.name,
            hint: t(`settings.kinds.${unit.kind === 'tỉnh' ? 'province' : 'city'}`),
          }))}
        />
        <Select
          {...text('formerProvinceCode')}
          label={label('formerProvinceCode')}
          hint={t(hasChoice ? 'settings.hints.formerMany' : 'settings.hints.formerOnly')}
          isRequired
          value={form.watch('formerProvinceCode')}
          {...(hasChoice || !only ? { emptyLabel: t('settings.library.choose') } : {})}
          options={formerUnits.map((unit) => ({ value: unit.code, label: unit.name }))}
        />
        <Select
          {...text('language')}
          label={label('language')}
          options={languages.map((code) => ({
            value: code,
            label: t(`common.languages.${code}`),
          }))}
        />
        <NumberField
          {...value('lockAfterMinutes')}
          label={label('lockAfterMinutes')}
          hint={t('settings.hints.lockAfterMinutes')}
          advice={t('settings.library.lockAdvice')}
          isRequired
        />
      </div>
    </section>
  )
}
