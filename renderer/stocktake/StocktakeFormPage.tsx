import { useState } from 'react'
import { useFieldArray, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { duties, StocktakeFields, type Stocktake } from '../../shared/stocktake/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand, useQuery } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useShortcut } from '../ui/keys.ts'
import { MemberRows } from '../ui/MemberRows.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { ScopeFields } from './ScopeFields.tsx'
import { useStocktakeWords } from './use-stocktake-words.ts'

const fieldByCode = {
  duplicate_name: 'name',
  days_wrong: 'plannedTo',
  range_wrong: 'callTo',
  store_not_found: 'storeId',
}
const blank: StocktakeFields = StocktakeFields.parse({ name: '-' })

export function StocktakeAddPage() {
  return <StocktakeForm stocktake={null} />
}

export function StocktakeEditPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: stocktake, failure } = useQuery('stocktake.stocktake', { id })
  if (stocktake) return <StocktakeForm key={id} stocktake={stocktake} />
  return (
    <div className="page">
      <PageHeader
        title={t('stocktake.menu.edit')}
        back={{ to: '/stocktake', label: t('stocktake.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

/** What is counted, by whom and when; once it is open, only what stands around the scope. */
function StocktakeForm({ stocktake: newest }: { stocktake: Stocktake | null }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const refusalText = useFailureText()
  const { scope } = useStocktakeWords()
  const [stocktake] = useState(newest)
  const add = useCommand('stocktake.add')
  const update = useCommand('stocktake.update')
  const form = useForm<StocktakeFields, unknown, StocktakeFields>({
    defaultValues: stocktake ? StocktakeFields.parse(stocktake) : { ...blank, name: '' },
    resolver: schemaResolver(StocktakeFields),
  })
  const draft = useDraft(`stocktake.fields/${stocktake?.id ?? 'new'}`, form)
  const fields = bind(form)
  const members = useFieldArray({ control: form.control, name: 'members' })
  const back = stocktake
    ? { to: `/stocktake/${stocktake.id}`, label: stocktake.name }
    : { to: '/stocktake', label: t('stocktake.list.title') }
  const isFixed = stocktake !== null && stocktake.state !== 'planned'
  const title = t(stocktake ? 'stocktake.form.edit' : 'stocktake.form.add')
  useShortcut('Escape', () => void navigate(back.to))

  async function save(values: StocktakeFields) {
    const answer = stocktake
      ? await update.run({ ...values, id: stocktake.id, rev: stocktake.rev })
      : await add.run(values)
    if (!answer.ok) {
      const clear = stocktake ? update.clear : add.clear
      if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) clear()
      return
    }
    await draft.finish()
    toast({ text: t('common.saved') })
    void navigate(`/stocktake/${answer.value.id}`, { replace: true })
  }
  return (
    <div className="page">
      <PageHeader title={title} back={back} />
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={save} label={title} enterSubmits={false}>
        <section className="card">
          <TextField
            {...fields.text('name')}
            label={t('stocktake.fields.name')}
            hint={t('stocktake.form.nameHint')}
            isRequired
            autoFocus
          />
          <div className="form-grid">
            <DateField {...fields.value('plannedFrom')} label={t('stocktake.fields.plannedFrom')} />
            <DateField {...fields.value('plannedTo')} label={t('stocktake.fields.plannedTo')} />
          </div>
          <TextArea
            {...fields.text('basis')}
            label={t('stocktake.fields.basis')}
            hint={t('stocktake.form.basisHint')}
            rows={2}
          />
        </section>
        <section className="card">
          <h2>{t('stocktake.form.scope')}</h2>
          {isFixed ? (
            <Notice icon="lock" text={t('stocktake.form.scopeFixed', { scope: scope(stocktake) })} />
          ) : (
            <ScopeFields form={form} />
          )}
        </section>
        <section className="card">
          <h2>{t('stocktake.form.members')}</h2>
          <p className="soft">{t('stocktake.form.membersHint')}</p>
          <MemberRows
            members={members}
            text={fields.text}
            duties={duties}
            dutyInWords={(duty) => t(`stocktake.duties.${duty}`)}
          />
        </section>
        <section className="card">
          <TextArea
            {...fields.text('note')}
            label={t('stocktake.fields.note')}
            hint={t('stocktake.form.noteHint')}
            rows={2}
          />
        </section>
        <Failure of={add.failure ?? update.failure} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            icon="save"
            shortcut="Ctrl+Enter"
            disabled={add.isRunning || update.isRunning}
          >
            {t('common.actions.save')}
          </Button>
          <Button onClick={() => void navigate(back.to)}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </div>
  )
}
