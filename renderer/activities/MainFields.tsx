import type { ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  activityStates,
  moneySources,
  parts,
  reaches,
  type ActivityFields,
} from '../../shared/activities/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { bind } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import type { ActivityValues } from './activity-values.ts'
import { useActivityWords } from './use-activity-words.ts'

type Props = { form: UseFormReturn<ActivityValues, unknown, ActivityFields> }

/** What it is, where, and how far it has come. */
export function MainFields({ form, children }: Props & { children: ReactNode }) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  const { typeOptions, typeOf } = useActivityWords()
  const type = value('typeCode')
  const sites = useQuery('copies.sites', {}).value ?? []
  const site = value('siteId')
  function chooseType(code: string) {
    type.onChange(code)
    const chosen = typeOf(code)
    if (chosen) form.setValue('reach', chosen.reach, { shouldDirty: true })
  }
  return (
    <>
      <TextField
        {...text('name')}
        label={t('activities.fields.name')}
        isRequired
        isWide
        autoFocus
        maxLength={300}
      />
      <div className="form-grid">
        <Combobox
          {...type}
          onChange={chooseType}
          label={t('activities.fields.typeCode')}
          isRequired
          options={typeOptions(type.value)}
        />
        <Select
          {...text('state')}
          label={t('activities.fields.state')}
          options={activityStates.map((each) => ({ value: each, label: t(`activities.states.${each}`) }))}
        />
        <Select
          label={t('activities.fields.siteId')}
          emptyLabel={t('activities.form.elsewhere')}
          value={site.value === null ? '' : String(site.value)}
          error={site.error}
          options={sites
            .filter(({ closedOn, id }) => closedOn === null || id === site.value)
            .map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(event) => site.onChange(event.target.value === '' ? null : Number(event.target.value))}
        />
        <TextField {...text('place')} label={t('activities.fields.place')} maxLength={300} />
        {children}
      </div>
    </>
  )
}

/** What is seldom needed: who did it with whom, and what it cost. */
export function MoneyFields({ form }: Props) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  const moneySource = value('moneySource')
  return (
    <>
      <div className="form-grid">
        <Select
          {...text('part')}
          label={t('activities.fields.part')}
          options={parts.map((each) => ({ value: each, label: t(`activities.parts.${each}`) }))}
        />
        <Select
          {...text('reach')}
          label={t('activities.fields.reach')}
          options={reaches.map((each) => ({ value: each, label: t(`activities.reaches.${each}`) }))}
        />
        <TextField {...text('organiser')} label={t('activities.fields.organiser')} />
        <TextField
          {...text('responsible')}
          label={t('activities.fields.responsible')}
          hint={t('activities.form.personal')}
        />
        <NumberField {...value('copiesShown')} label={t('activities.fields.copiesShown')} />
        <NumberField {...value('copiesGiven')} label={t('activities.fields.copiesGiven')} />
        <NumberField {...value('cost')} label={t('activities.fields.cost')} />
        <Select
          label={t('activities.fields.moneySource')}
          emptyLabel="–"
          value={moneySource.value ?? ''}
          options={moneySources.map((each) => ({ value: each, label: t(`activities.moneySources.${each}`) }))}
          onChange={(event) =>
            moneySource.onChange(moneySources.find((each) => each === event.target.value) ?? null)
          }
        />
      </div>
      <TextArea {...text('note')} label={t('activities.fields.note')} rows={2} isWide />
    </>
  )
}
