import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ActivityFields, type Activity } from '../../shared/activities/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useShortcut } from '../ui/keys.ts'
import { numberStyle } from '../ui/numbers.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { fieldsFrom, type ActivityValues } from './activity-values.ts'
import type { ChosenEvidence } from './chosen-evidence.ts'
import { DetailFields } from './DetailFields.tsx'
import { EvidencePicker } from './EvidencePicker.tsx'
import { ImpactPanel } from './ImpactPanel.tsx'
import { LinkFields } from './LinkFields.tsx'
import { MainFields, MoneyFields } from './MainFields.tsx'
import { SessionGrid } from './SessionGrid.tsx'
import { useActivityWords } from './use-activity-words.ts'
import { useAttach } from './use-attach.ts'

type Props = {
  /** Null for a new one. */
  activity: Activity | null
  /** Where the names of what is linked come from. */
  linked: Activity | null
  formKey: string
  begin: ActivityValues
}
const fieldByCode = { type_not_found: 'typeCode', site_not_found: 'siteId' }
/** Refusals that only ask whether it is meant. */
const asking = ['sessions_overlap', 'outside_campaign'] as const
type Accepted = (typeof asking)[number][]

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
  const { save, question, accept, failure, isRunning } = useSave({ activity, form, draft, evidence })
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
      <div className="activity-columns">
        <Form form={form} onSubmit={(given) => save(given, [])} label={title} enterSubmits={false}>
          <section className="card">
            <MainFields form={form} />
            <div className="form-grid">
              <DetailFields
                fields={fields}
                details={details}
                onChange={(next) => form.setValue('details', next, { shouldDirty: true })}
              />
            </div>
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
        <ImpactPanel form={form} id={activity?.id ?? null} />
      </div>
    </div>
  )
}

type Saving = Pick<Props, 'activity'> & {
  form: ReturnType<typeof useForm<ActivityValues, unknown, ActivityFields>>
  draft: ReturnType<typeof useDraft>
  evidence: readonly ChosenEvidence[]
}

function useSave({ activity, form, draft, evidence }: Saving) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const text = useFailureText()
  const add = useCommand('activities.add')
  const update = useCommand('activities.update')
  const remove = useCommand('activities.remove')
  const { attach } = useAttach()
  const [asked, setAsked] = useState<{ fields: ActivityFields; accepted: Accepted; question: string } | null>(
    null,
  )
  async function save(fields: ActivityFields, accepted: Accepted): Promise<void> {
    setAsked(null)
    const answer = activity
      ? await update.run({ ...fields, accepted, id: activity.id, rev: activity.rev })
      : await add.run({ ...fields, accepted })
    if (!answer.ok) {
      const { clear } = activity ? update : add
      const code = asking.find((each) => each === answer.error.code)
      if (code) {
        clear()
        setAsked({ fields, accepted: [...accepted, code], question: text(answer.error) })
      } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text })) clear()
      return
    }
    await draft.finish()
    const { id, rev, name } = answer.value
    await attach(id, evidence)
    toast({
      text: t(activity ? 'common.saved' : 'activities.form.added', { name }),
      ...(!activity && { onUndo: async () => void (await remove.run({ id, rev })) }),
    })
    void navigate(`/activities/${id}`, { replace: true })
  }
  return {
    save,
    question: asked?.question ?? null,
    accept: async () => asked && save(asked.fields, asked.accepted),
    failure: add.failure ?? update.failure,
    isRunning: add.isRunning || update.isRunning,
  }
}
