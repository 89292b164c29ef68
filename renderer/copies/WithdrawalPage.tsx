import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { WordAt } from '../../shared/texts.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { HistoryPart } from '../journal/index.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { noFilters } from './copies-address.ts'
import { CopyRows } from './EnteredCopies.tsx'
import { useWords } from './use-words.ts'

type Withdrawal = Output<'copies.withdrawal'>

export function WithdrawalPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: withdrawal, failure } = useQuery('copies.withdrawal', { id })
  if (withdrawal) return <WithdrawalRecord withdrawal={withdrawal} />
  return (
    <div className="page">
      <PageHeader
        title={t('copies.menu.withdrawal')}
        back={{ to: '/copies/withdrawals', label: t('copies.withdrawals.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

/** One decision, and the copies that left by it. */
function WithdrawalRecord({ withdrawal }: { withdrawal: Withdrawal }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const { word } = useWords()
  const [isTakingBack, setTakingBack] = useState(false)
  useShortcut('Escape', () => void navigate('/copies/withdrawals'))
  const { id, takenBackOn } = withdrawal
  const facts: { key: WordAt<'copies.withdrawal'>; value: string }[] = [
    { key: 'decidedOn', value: displayDate(withdrawal.decidedOn) },
    { key: 'withdrawnOn', value: displayDate(withdrawal.withdrawnOn) },
    { key: 'ground', value: word('copies.grounds', withdrawal.ground) },
    {
      key: 'amount',
      value: t('copies.withdrawal.amountOf', {
        copies: number(withdrawal.copies),
        amount: number(withdrawal.amountMinor),
      }),
    },
    { key: 'note', value: withdrawal.note },
    { key: 'takenBackReason', value: withdrawal.takenBackReason },
  ]
  return (
    <div className="page filled">
      <PageHeader
        title={t('copies.withdrawal.title', { number: withdrawal.decisionNumber })}
        back={{ to: '/copies/withdrawals', label: t('copies.withdrawals.title') }}
      >
        {takenBackOn !== null && (
          <Chip tone="warn" icon="restore">
            {t('copies.withdrawal.takenBack', { on: displayDate(takenBackOn) })}
          </Chip>
        )}
        {can('copies.write') && takenBackOn === null && (
          <Button icon="restore" onClick={() => setTakingBack(true)}>
            {t('copies.withdrawal.takeBack')}
          </Button>
        )}
      </PageHeader>
      <PropertyList
        properties={facts
          .filter(({ key, value }) => key !== 'takenBackReason' || value)
          .map(({ key, value }) => ({ key, label: t(`copies.withdrawal.${key}`), value }))}
      />
      {takenBackOn === null && (
        <CopyRows
          filters={{ ...noFilters, withdrawalId: id, state: 'all' }}
          emptyKey="copies.withdrawal.noCopies"
        />
      )}
      <HistoryPart of={{ tableName: 'withdrawal', rowId: id }} />
      {isTakingBack && <TakeBackDialog withdrawal={withdrawal} onClose={() => setTakingBack(false)} />}
    </div>
  )
}

function TakeBackDialog({ withdrawal, onClose }: { withdrawal: Withdrawal; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const takeBack = useCommand('copies.takeBackWithdrawal')
  const [reason, setReason] = useState('')
  const words = {
    number: withdrawal.decisionNumber,
    count: withdrawal.copies,
    shown: number(withdrawal.copies),
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await takeBack.run({ id: withdrawal.id, rev: withdrawal.rev, reason })
    if (!answer.ok) return
    toast({ text: t('copies.withdrawal.tookBack', words) })
    onClose()
  }
  return (
    <Dialog title={t('copies.withdrawal.takeBackTitle', words)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t('copies.withdrawal.takeBackText', words)}</p>
        <TextField
          label={t('copies.acts.reason')}
          isRequired
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure of={takeBack.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={reason.trim() === '' || takeBack.isRunning}>
            {t('copies.withdrawal.takeBackSubmit', words)}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
