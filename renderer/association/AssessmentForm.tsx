import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  AssessmentFields,
  criteria,
  type Assessment,
  type FriendlyProof,
  type FriendlyRule,
} from '../../shared/association/contract.ts'
import { friendlyMost, friendlyTotal } from '../../shared/association/rules.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ProofPart } from './ProofPart.tsx'

type Props = { year: number; newest: Assessment | null; rule: FriendlyRule; before: Assessment | null }

function begin(year: number, assessment: Assessment | null): AssessmentFields {
  return AssessmentFields.parse(
    assessment ?? {
      year,
      assessedOn: isoDateAt(Date.now()),
      scores: criteria.map((criterion) => ({ criterion })),
    },
  )
}

/** Points, remark and proof for each criterion, with what it got the last time beside it. */
export function AssessmentForm({ year, newest, rule, before }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const toast = useToast()
  const save = useCommand('association.saveAssessment')
  // News of what others save must not pass for what this form began from.
  const [base, setBase] = useState(newest)
  const form = useForm<AssessmentFields, unknown, AssessmentFields>({
    defaultValues: begin(year, newest),
    resolver: schemaResolver(AssessmentFields),
  })
  const draft = useDraft(`association.saveAssessment/${year}`, form)
  const { text, value } = bind(form)
  const scores = useWatch({ control: form.control, name: 'scores' })
  const total = friendlyTotal(rule, scores)
  const mayWrite = can('association.write')
  async function submit(fields: AssessmentFields) {
    const answer = await save.run({ ...fields, rev: base?.rev ?? null })
    if (!answer.ok) return
    await draft.finish()
    setBase(answer.value)
    toast({ text: t('common.saved') })
  }
  return (
    <section className="card" aria-label={t('association.friendly.year', { year })}>
      <div className="row">
        <h2>{t('association.friendly.year', { year })}</h2>
        <span className="spacer" />
        <strong className="friendly-total">
          {total === null
            ? t('association.friendly.notYet')
            : t('association.friendly.of', { total: number(total), most: number(friendlyMost(rule)) })}
        </strong>
      </div>
      <p className="soft small">
        {t('association.friendly.scale', {
          most: number(rule.mostPoints),
          weights: rule.weights.map(number).join(' · '),
          total: number(friendlyMost(rule)),
        })}
      </p>
      <DraftNotice draft={draft} />
      <Form
        form={form}
        onSubmit={submit}
        label={t('association.friendly.year', { year })}
        enterSubmits={false}
      >
        {criteria.map((criterion, at) => (
          <CriterionFields
            key={criterion}
            form={form}
            at={at}
            criterion={criterion}
            year={year}
            rule={rule}
            before={before}
            mayWrite={mayWrite}
            proofs={newest?.scores.find((each) => each.criterion === criterion)?.proofs ?? null}
          />
        ))}
        <div className="form-grid">
          <DateField
            {...value('assessedOn')}
            onChange={(day) => value('assessedOn').onChange(day ?? '')}
            label={t('association.fields.assessedOn')}
            isRequired
            disabled={!mayWrite}
          />
        </div>
        <TextArea {...text('note')} label={t('association.fields.note')} rows={2} disabled={!mayWrite} />
        <Failure of={save.failure} />
        {mayWrite && (
          <div className="actions no-print">
            <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={save.isRunning}>
              {t('association.friendly.save')}
            </Button>
          </div>
        )}
      </Form>
    </section>
  )
}

type CriterionProps = Pick<Props, 'year' | 'rule' | 'before'> & {
  form: ReturnType<typeof useForm<AssessmentFields, unknown, AssessmentFields>>
  at: number
  criterion: (typeof criteria)[number]
  mayWrite: boolean
  proofs: readonly FriendlyProof[] | null
}

/** One criterion: its points beside those of the last time, what is said of it, and what proves it. */
function CriterionFields({ form, at, criterion, year, rule, before, mayWrite, proofs }: CriterionProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { text, value } = bind(form)
  const score = value(`scores.${at}.score`)
  const most = number(rule.mostPoints)
  const last = before?.scores.find((each) => each.criterion === criterion)?.score ?? null
  const isAbove = score.value !== null && score.value > rule.mostPoints
  return (
    <fieldset className="friendly-criterion">
      <legend>{`${criterion}. ${t(`association.criteria.${criterion}`)}`}</legend>
      <div className="friendly-fields">
        <NumberField
          {...score}
          label={t('association.friendly.scoreOf', { criterion, most })}
          error={isAbove ? t('association.errors.above_most', { criterion, most }) : score.error}
          hint={
            before === null
              ? t('association.friendly.noBefore')
              : t('association.friendly.before', {
                  year: before.year,
                  score: last === null ? '–' : number(last),
                })
          }
          disabled={!mayWrite}
        />
        <TextArea
          {...text(`scores.${at}.remark`)}
          label={t('association.friendly.remarkOf', { criterion })}
          rows={2}
          disabled={!mayWrite}
        />
      </div>
      <ProofPart year={year} criterion={criterion} proofs={proofs} />
    </fieldset>
  )
}
