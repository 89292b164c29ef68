import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import * as z from 'zod'
import { Numbering, SitePlan, UnitFields, Winner, type Merger } from '../../shared/merger/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand, useQuery } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { useTerms } from '../settings/index.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { NumberFields } from './NumberFields.tsx'

export const PlanFields = UnitFields.extend({
  sites: z.array(SitePlan),
  numbering: Numbering,
  onMatch: Winner,
})
export type PlanFields = z.output<typeof PlanFields>
const fieldByCode = {
  merged_in_future: 'mergedOn',
  year_is_closed: 'mergedOn',
  period_signed: 'mergedOn',
  decided_after_merging: 'decidedOn',
  unknown_province: 'formerProvinceCode',
}

export function PlanPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: merger, failure } = useQuery('merger.merger', { id })
  if (merger) return <PlanForm key={id} merger={merger} />
  return (
    <div className="page">
      <PageHeader title={t('merger.menu.plan')} back={{ to: '/merger', label: t('merger.list.title') }} />
      <Failure of={failure} />
    </div>
  )
}

/** What the other library becomes here, from which day, and what its copies are called. */
function PlanForm({ merger: newest }: { merger: Merger }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const refusalText = useFailureText()
  const provinces = useTerms('formerProvince')
  const [merger] = useState(newest)
  const { id, rev, unitName } = merger
  const plan = useCommand('merger.setPlan')
  const form = useForm<PlanFields, unknown, PlanFields>({
    defaultValues: PlanFields.parse(merger),
    resolver: schemaResolver(PlanFields),
  })
  const draft = useDraft(`merger.setPlan/${id}`, form)
  const fields = bind(form)
  const back = { to: `/merger/${id}`, label: t('merger.page.title', { unit: unitName }) }
  const title = t('merger.plan.title', { unit: unitName })
  useShortcut('Escape', () => void navigate(back.to))
  async function save(values: PlanFields) {
    const answer = await plan.run({ ...values, id, rev })
    if (!answer.ok) {
      if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) plan.clear()
      return
    }
    await draft.finish()
    toast({ text: t('common.saved') })
    void navigate(back.to, { replace: true })
  }
  return (
    <div className="page">
      <PageHeader title={title} back={back} />
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={save} label={title} enterSubmits={false}>
        <section className="card">
          <h2>{t('merger.plan.unit')}</h2>
          <TextField {...fields.text('unitName')} label={t('merger.plan.unitName')} isRequired autoFocus />
          <div className="form-grid">
            <TextField {...fields.text('unitCode')} label={t('merger.plan.unitCode')} />
            <Select
              {...fields.text('formerProvinceCode')}
              label={t('merger.plan.formerProvinceCode')}
              emptyLabel="–"
              options={provinces}
            />
            <TextField {...fields.text('decisionNumber')} label={t('merger.plan.decisionNumber')} />
            <DateField {...fields.value('decidedOn')} label={t('merger.plan.decidedOn')} />
          </div>
          <DateField
            {...fields.value('mergedOn')}
            onChange={(day) => fields.value('mergedOn').onChange(day ?? '')}
            label={t('merger.plan.mergedOn')}
            hint={t('merger.plan.mergedOnHint')}
            isRequired
          />
        </section>
        <section className="card">
          <h2>{t('merger.plan.sites')}</h2>
          <p className="soft">{t('merger.plan.sitesHint')}</p>
          {merger.sites.map(({ formerId, formerName }, at) => (
            <TextField
              key={formerId}
              {...fields.text(`sites.${at}.name`)}
              label={t('merger.plan.siteName', { name: formerName })}
              isRequired
            />
          ))}
        </section>
        <section className="card">
          <h2>{t('merger.plan.titles')}</h2>
          <Select
            {...fields.text('onMatch')}
            label={t('merger.plan.onMatch')}
            options={Winner.options.map((value) => ({ value, label: t(`merger.plan.winners.${value}`) }))}
          />
        </section>
        <section className="card">
          <h2>{t('merger.plan.numbers')}</h2>
          <p className="soft">{t('merger.plan.kept')}</p>
          <NumberFields form={form} />
        </section>
        <Failure of={plan.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={plan.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={() => void navigate(back.to)}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </div>
  )
}
