import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Admission } from '../../shared/association/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { EntryGrid } from '../ui/EntryGrid.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { emptyRow, readMembers, type MemberRow } from './admission-rows.ts'
import { useBranches } from './use-branches.ts'

type Values = Omit<Admission, 'members' | 'branchId'> & { branchId: number | null; rows: MemberRow[] }

const mostMembers = 500
const back = '/association/members'

/** One decision and everybody it admits, typed or pasted from a sheet. */
export function AdmissionPage() {
  const { t } = useTranslation()
  const { branches, isHere, failure } = useBranches()
  if (isHere && branches.length > 0) return <AdmissionForm />
  return (
    <div className="page">
      <PageHeader
        title={t('association.admission.title')}
        back={{ to: back, label: t('association.members.title') }}
      />
      <Failure of={failure} />
      {isHere && (
        <EmptyState icon="people" text={t('association.admission.noBranch')}>
          <Link className="button primary" to="/association">
            {t('association.dues.toBranches')}
          </Link>
        </EmptyState>
      )}
    </div>
  )
}

function AdmissionForm() {
  const { t } = useTranslation()
  const number = useNumberText()
  const [search] = useSearchParams()
  const { branches, options } = useBranches()
  const [begin] = useState<Values>(() => ({
    branchId: Number(search.get('branchId')) || (branches.length === 1 ? (branches[0]?.id ?? null) : null),
    decisionNumber: '',
    admittedOn: isoDateAt(Date.now()),
    rows: [emptyRow, emptyRow, emptyRow],
  }))
  const form = useForm<Values, unknown, Admission>({
    defaultValues: begin,
    resolver: schemaResolver({
      safeParse: (values) => {
        const { rows, ...fields } = values as Values
        return Admission.safeParse({ ...fields, members: readMembers(rows).members })
      },
    }),
  })
  const draft = useDraft('association.admit', form)
  const rows = useWatch({ control: form.control, name: 'rows' })
  const { members, problems } = useMemo(() => readMembers(rows), [rows])
  const { save, failure, isRunning } = useAdmit(form, draft)
  const navigate = useNavigate()
  useShortcut('Escape', () => void navigate(back))
  const { text, value } = bind(form)
  const branch = value('branchId')
  const isReady = members.length > 0 && problems.length === 0
  return (
    <div className="page">
      <PageHeader
        title={t('association.admission.title')}
        hint={t('association.admission.hint')}
        back={{ to: back, label: t('association.members.title') }}
      />
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={save} label={t('association.admission.title')} enterSubmits={false}>
        <section className="card">
          <div className="form-grid">
            <Combobox
              label={t('association.fields.branchId')}
              isRequired
              error={branch.error}
              value={branch.value === null ? '' : String(branch.value)}
              options={options}
              onChange={(next) => branch.onChange(next === '' ? null : Number(next))}
            />
            <TextField
              {...text('decisionNumber')}
              label={t('association.fields.decisionNumber')}
              hint={t('association.admission.decisionHint')}
              maxLength={100}
            />
            <DateField
              {...value('admittedOn')}
              onChange={(day) => value('admittedOn').onChange(day ?? '')}
              label={t('association.fields.admittedOn')}
              isRequired
            />
          </div>
        </section>
        <section className="card">
          <h2>{t('association.admission.grid')}</h2>
          <div className="admission-grid">
            <EntryGrid
              label={t('association.admission.grid')}
              columns={[
                { key: 'name', label: t('association.fields.name'), widthPx: 280, isRequired: true },
                { key: 'position', label: t('association.fields.position'), widthPx: 320 },
                { key: 'cardNumber', label: t('association.fields.cardNumber'), widthPx: 160 },
              ]}
              rows={rows}
              onChange={(next) => form.setValue('rows', next, { shouldDirty: true })}
              problems={problems.map(({ row, key, code }) => ({
                row,
                key,
                text: t(`association.admission.${code}`),
              }))}
              newRow={() => emptyRow}
              maxRows={mostMembers}
              mayRemoveRows={rows.length > 1}
              foot={<span>{t('association.admission.total', { shown: number(members.length) })}</span>}
            />
          </div>
          {members.length === 0 && <p className="soft">{t('association.admission.nobody')}</p>}
        </section>
        <Failure of={failure} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            icon="save"
            shortcut="Ctrl+Enter"
            disabled={isRunning || !isReady}
          >
            {members.length === 0
              ? t('association.admission.saveNone')
              : t('association.admission.save', { shown: number(members.length) })}
          </Button>
          <Button onClick={() => void navigate(back)}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </div>
  )
}

function useAdmit(
  form: ReturnType<typeof useForm<Values, unknown, Admission>>,
  draft: ReturnType<typeof useDraft>,
) {
  const { t } = useTranslation()
  const number = useNumberText()
  const navigate = useNavigate()
  const toast = useToast()
  const text = useFailureText()
  const admit = useCommand('association.admit')
  const takeBack = useCommand('association.takeBackAdmission')
  async function save(admission: Admission): Promise<void> {
    const answer = await admit.run(admission)
    if (!answer.ok) {
      const fieldByCode = {
        branch_not_found: 'branchId',
        branch_closed: 'branchId',
        day_in_future: 'admittedOn',
      }
      if (placeRefusal(form, { failure: answer.error, fieldByCode, text })) admit.clear()
      return
    }
    await draft.finish()
    const { ids } = answer.value
    toast({
      text: t('association.admission.done', { shown: number(ids.length) }),
      onUndo: async () => void (await takeBack.run({ ids })),
    })
    void navigate(`/association/members?branchId=${admission.branchId}`, { replace: true })
  }
  return { save, failure: admit.failure, isRunning: admit.isRunning }
}
