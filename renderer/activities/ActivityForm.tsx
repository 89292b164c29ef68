import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ActivityFields, type Activity } from '../../shared/activities/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Form, schemaResolver } from '../ui/Form.tsx'
import { useShortcut } from '../ui/keys.ts'
import { numberStyle } from '../ui/numbers.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ActivityDisputed } from './ActivityDisputed.tsx'
import { fieldsFrom, type ActivityValues } from './activity-values.ts'
import type { ChosenEvidence } from './chosen-evidence.ts'
import { DetailFields } from './DetailFields.tsx'
import { EvidencePicker } from './EvidencePicker.tsx'
import { ImpactPanel } from './ImpactPanel.tsx'
import { LinkFields } from './LinkFields.tsx'
import { MainFields, MoneyFields } from './MainFields.tsx'
import { SessionGrid } from './SessionGrid.tsx'
import { TravelNotice } from './TravelNotice.tsx'
import { useActivityWords } from './use-activity-words.ts'
import { useSaveActivity } from './use-save-activity.ts'

type Props = {
  /** Null for a new one. */
  activity: Activity | null
  /** Where the names of what is linked come from. */
  linked: Activity | null
  formKey: string
  begin: ActivityValues
}
/** One entry for everything: what it was, each session, its proof, and at its side every figure that it moves. */
export function ActivityForm({ activity, linked, formKey, begin }: Props) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const style = numberStyle(i18n.language)
  const { typeOf } = useActivityWords()
  const [evidence, setEvidence] = useState<ChosenEvidence[]>([])
  const form = useForm<ActivityValues, unknown, ActivityFields>({
    defaultValues: begin,
    resolver: schemaResolver({
      safeParse: (values) => ActivityFields.safeParse(fieldsFrom(values as ActivityValues, style)),
    }),
  })
  const draft = useDraft(formKey, form)
  const [typeCode, details, rows] = useWatch({ control: form.control, name: ['typeCode', 'details', 'rows'] })
  const id = activity?.id ?? null
  const { save, conflict, question, accept, failure, isRunning } = useSaveActivity({
    id,
    form,
    draft,
    evidence,
  })
  const fields = typeOf(typeCode)?.fields ?? []
  const back = activity
    ? { to: `/activities/${activity.id}`, label: activity.name }
    : { to: '/activities', label: t('activities.list.title') }
  const title = t(activity ? 'activities.form.edit' : 'activities.form.add')
  useShortcut('Escape', () => void navigate(back.to))
  return (
    <div className="page">
      <PageHeader title={title} back={back} />
      <DraftNotice draft={draft} />
      {activity === null && <TravelNotice typeCode={typeCode} />}
      <div className="activity-columns">
        <Form form={form} onSubmit={(given) => save(given)} label={title} enterSubmits={false}>
          <section className="card">
            <MainFields form={form}>
              <DetailFields
                fields={fields}
                details={details}
                onChange={(next) => form.setValue('details', next, { shouldDirty: true })}
              />
            </MainFields>
          </section>
          <section className="card">
            <h2>{t('activities.form.sessions')}</h2>
            <SessionGrid
              rows={rows}
              onChange={(next) => form.setValue('rows', next, { shouldDirty: true })}
            />
          </section>
          <section className="card">
            <h2>{t('activities.fields.proof')}</h2>
            <EvidencePicker chosen={evidence} onChange={setEvidence} />
          </section>
          <section className="card">
            <h2>{t('activities.form.more')}</h2>
            <MoneyFields form={form} />
            <div className="form-grid">
              <LinkFields form={form} activity={linked} />
            </div>
          </section>
          <Failure of={failure} />
          {question && (
            <div className="notice" role="alert">
              <span className="text">{question}</span>
              <Button kind="primary" disabled={isRunning} onClick={() => void accept()}>
                {t('activities.form.saveAnyway')}
              </Button>
            </div>
          )}
          <div className="actions">
            <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={isRunning}>
              {t('common.actions.save')}
            </Button>
            <Button onClick={() => void navigate(back.to)}>{t('common.actions.cancel')}</Button>
          </div>
        </Form>
        <ImpactPanel form={form} id={id} />
      </div>
      <ActivityDisputed of={conflict} />
    </div>
  )
}
