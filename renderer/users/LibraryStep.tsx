import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PolicyValues } from '../../shared/policies.ts'
import { languages, type Language } from '../../shared/texts.ts'
import { useQuery } from '../app/operations.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { FirstLibrary } from './first-run-values.ts'

type Props = {
  /** What whoever looks after this PC fixed. */
  fixed: PolicyValues
  form: UseFormReturn<FirstLibrary, unknown, FirstLibrary>
  onLanguage: (language: Language) => void
}

export function LibraryStep({ form, fixed, onLanguage }: Props) {
  const { t } = useTranslation()
  const { value: provinces, failure } = useQuery('settings.provinces', {})
  const { text, value } = bind(form)
  const province = provinces?.find((unit) => unit.code === form.watch('provinceCode'))
  const formerUnits = province?.formerUnits ?? []
  const only = formerUnits.length === 1 ? formerUnits[0]?.code : undefined
  const byPolicy = t('settings.program.fixedHere')
  useEffect(() => {
    if (only && form.getValues('formerProvinceCode') === '') form.setValue('formerProvinceCode', only)
  }, [only, form])

  function chooseProvince(code: string) {
    const chosen = provinces?.find((unit) => unit.code === code)
    const only = chosen?.formerUnits.length === 1 ? chosen.formerUnits[0] : undefined
    value('provinceCode').onChange(code)
    value('formerProvinceCode').onChange(only?.code ?? '')
    form.clearErrors(['provinceCode', 'formerProvinceCode'])
  }
  return (
    <>
      <Failure of={failure} />
      <div className="form-grid">
        <TextField
          {...text('libraryName')}
          label={t('users.fields.libraryName')}
          hint={fixed.libraryName ? byPolicy : t('users.firstRun.library.nameHint')}
          readOnly={fixed.libraryName !== undefined}
          isRequired
          isWide
          autoFocus
        />
        {fixed.province && province ? (
          <TextField label={t('users.fields.province')} hint={byPolicy} value={province.name} readOnly />
        ) : (
          <Combobox
            {...value('provinceCode')}
            onChange={chooseProvince}
            label={t('users.fields.province')}
            isRequired
            options={(provinces ?? []).map((unit) => ({
              value: unit.code,
              label: unit.name,
              hint: t(`users.firstRun.library.kinds.${unit.kind === 'tỉnh' ? 'province' : 'city'}`),
            }))}
          />
        )}
        <Select
          {...text('formerProvinceCode')}
          label={t('users.fields.formerProvince')}
          hint={t('users.firstRun.library.formerHint')}
          isRequired
          disabled={formerUnits.length < 2}
          value={form.watch('formerProvinceCode')}
          emptyLabel={t('users.firstRun.library.choose')}
          options={formerUnits.map((unit) => ({ value: unit.code, label: unit.name }))}
        />
        {/* Most learn their code later; whoever looks after the PC knows it. */}
        {form.formState.defaultValues?.code && (
          <TextField
            {...text('code')}
            label={t('settings.fields.code')}
            hint={fixed.libraryCode ? byPolicy : t('settings.hints.code')}
            readOnly={fixed.libraryCode !== undefined}
          />
        )}
        <TextField
          {...text('site')}
          label={t('users.fields.site')}
          hint={t('users.firstRun.library.siteHint')}
        />
        <Select
          {...text('language')}
          label={t('users.fields.language')}
          {...(fixed.language ? { hint: byPolicy, disabled: true } : {})}
          options={languages.map((code) => ({
            value: code,
            label: t(`common.languages.${code}`),
          }))}
          value={form.watch('language')}
          onChange={(event) => {
            const language = event.target.value === 'en' ? 'en' : 'vi'
            value('language').onChange(language)
            onLanguage(language)
          }}
        />
      </div>
    </>
  )
}
