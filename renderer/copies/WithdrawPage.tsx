import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import * as z from 'zod'
import { WithdrawalFields, withdrawalGrounds } from '../../shared/copies/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand, useQuery } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver, type Bound } from '../ui/Form.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { GatheredCopies } from './GatheredCopies.tsx'
import { Gathered, together } from './gathered.ts'
import { UnfinishedDialog } from './UnfinishedDialog.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useWords } from './use-words.ts'
import { WithdrawalPreview } from './WithdrawalPreview.tsx'

const Values = WithdrawalFields.extend({ copies: z.array(Gathered).min(1).max(5000) })
type Values = z.output<typeof Values>
/** While a box is empty its value is missing. */
type Typed = Omit<Values, 'decidedOn' | 'withdrawnOn' | 'ground'> & {
  decidedOn: string | null
  withdrawnOn: string | null
  ground: Values['ground'] | ''
}

const fieldByCode = {
  duplicate_decision: 'decisionNumber',
  withdrawn_in_future: 'withdrawnOn',
  before_accession: 'withdrawnOn',
  before_decision: 'decidedOn',
  year_is_closed: 'withdrawnOn',
}

/** Copies gathered from a list or by scanning, and the decision they leave by. */
export function WithdrawPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const number = useNumberText()
  const refusalText = useFailureText()
  const today = isoDateAt(Date.now())
  const withdraw = useCommand('copies.withdraw')
  const [isMeant, setMeant] = useState(false)
  const form = useForm<Typed, unknown, Values>({
    defaultValues: {
      decisionNumber: '',
      decidedOn: today,
      withdrawnOn: today,
      ground: '',
      note: '',
      copies: [],
    },
    resolver: schemaResolver(Values),
  })
  const fields = bind(form)
  const draft = useDraft('copies.withdraw', form)
  const take = (arrived: Gathered[]) => form.setValue('copies', arrived, { shouldDirty: true })
  const change = (how: (copies: Gathered[]) => Gathered[]) => take(how(form.getValues('copies')))
  const { unfinished, settle } = useArrivals(take)
  const copies = useWatch({ control: form.control, name: 'copies' })
  const withdrawnOn = useWatch({ control: form.control, name: 'withdrawnOn' })
  const copyIds = copies.map(({ id }) => id)
  const preview = useQuery(
    'copies.previewWithdrawal',
    { copyIds, withdrawnOn: withdrawnOn || today },
    { isActive: copyIds.length > 0, keepsPrevious: true },
  )
  const shown = copyIds.length > 0 ? preview.value : undefined
  const isBlocked =
    copyIds.length === 0 || (shown?.cannot.length ?? 0) > 0 || (shown?.isAboveLimit === true && !isMeant)
  useShortcut('Escape', () => void navigate('/copies/withdrawals'))

  async function save({ copies: gathered, ...decision }: Values) {
    const answer = await withdraw.run({
      ...decision,
      copyIds: gathered.map(({ id }) => id),
      isAboveLimitMeant: isMeant,
    })
    if (!answer.ok) {
      if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) withdraw.clear()
      return
    }
    await draft.finish()
    toast({
      text: t('copies.withdraw.done', { count: answer.value.copies, shown: number(answer.value.copies) }),
    })
    void navigate(`/copies/withdrawals/${answer.value.id}`, { replace: true })
  }
  return (
    <div className="page filled">
      <PageHeader
        title={t('copies.withdraw.title')}
        back={{ to: '/copies/withdrawals', label: t('copies.withdrawals.title') }}
      />
      <DraftNotice draft={draft} />
      <div className="withdraw">
        <GatheredCopies copies={copies} cannot={shown?.cannot ?? []} onChange={change} />
        <div className="withdraw-side">
          <WithdrawalPreview preview={shown} isMeant={isMeant} onMean={setMeant} />
          <Failure of={preview.failure} />
          <Form form={form} onSubmit={save} label={t('copies.withdraw.title')} enterSubmits={false}>
            <DecisionFields fields={fields} />
            <Failure of={withdraw.failure} />
            <div className="actions">
              <Button
                kind="primary"
                type="submit"
                shortcut="Ctrl+Enter"
                disabled={isBlocked || withdraw.isRunning}
              >
                {t('copies.withdraw.submit', { count: copies.length, shown: number(copies.length) })}
              </Button>
            </div>
          </Form>
        </div>
      </div>
      {unfinished && (
        <UnfinishedDialog
          unfinished={unfinished}
          onClose={settle}
          onAdd={() => {
            take(together(unfinished))
            settle()
          }}
          onBegin={() => {
            draft.drop()
            take(unfinished.arrived)
            settle()
          }}
        />
      )}
    </div>
  )
}

function DecisionFields({ fields }: { fields: Bound<Typed> }) {
  const { t } = useTranslation()
  const { options } = useWords()
  return (
    <div className="form-grid narrow">
      <TextField
        {...fields.text('decisionNumber')}
        label={t('copies.withdrawal.decisionNumber')}
        isRequired
        isWide
      />
      <DateField {...fields.value('decidedOn')} label={t('copies.withdrawal.decidedOn')} isRequired />
      <DateField {...fields.value('withdrawnOn')} label={t('copies.withdrawal.withdrawnOn')} isRequired />
      <Select
        {...fields.text('ground')}
        label={t('copies.withdrawal.ground')}
        isRequired
        emptyLabel={t('copies.withdraw.chooseGround')}
        options={options('copies.grounds', withdrawalGrounds)}
        isWide
      />
      <TextArea {...fields.text('note')} label={t('copies.withdrawal.note')} isWide rows={2} />
    </div>
  )
}
