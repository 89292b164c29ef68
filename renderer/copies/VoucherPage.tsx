import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { Output } from '../app/operation-types.ts'
import { keptAddress } from '../app/kept.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordHistory } from '../journal/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { CompleteDialog } from './CompleteDialog.tsx'
import { DeliveryForm } from './DeliveryForm.tsx'
import { EnteredCopies } from './EnteredCopies.tsx'
import { VoucherChip } from './VoucherChip.tsx'
import { VoucherDialog } from './VoucherDialog.tsx'
import { useVoucherFacts } from './VoucherFacts.tsx'

type Voucher = Output<'copies.voucher'>
type Part = 'enter' | 'copies' | 'history'

export function VoucherPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const back = useBack()
  const { value: voucher, failure } = useQuery('copies.voucher', { id })
  if (voucher) return <VoucherRecord key={id} voucher={voucher} />
  return (
    <div className="page">
      <PageHeader title={t('copies.menu.voucher')} back={back} />
      <Failure of={failure} />
    </div>
  )
}

function useBack() {
  const { t } = useTranslation()
  return { to: keptAddress('/copies/vouchers'), label: t('copies.vouchers.title') }
}

/** One delivery: its paper above, the grid its copies are entered in below. */
function VoucherRecord({ voucher }: { voucher: Voucher }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const back = useBack()
  const toast = useToast()
  const facts = useVoucherFacts(voucher)
  const remove = useCommand('copies.removeVoucher')
  const mayEnter = can('copies.write') && voucher.completedOn === null
  const [part, setPart] = useState<Part>(mayEnter ? 'enter' : 'copies')
  const [dialog, setDialog] = useState<'edit' | 'complete' | null>(null)
  useShortcut('Escape', () => void navigate(back.to))
  const parts: Part[] = mayEnter ? ['enter', 'copies', 'history'] : ['copies', 'history']
  const shown = parts.includes(part) ? part : 'copies'
  async function removeVoucher() {
    const answer = await remove.run({ id: voucher.id, rev: voucher.rev })
    if (!answer.ok) return
    toast({ text: t('copies.voucher.removed', { number: voucher.number }) })
    void navigate(back.to, { replace: true })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('copies.voucher.title', { number: voucher.number })} hint={facts} back={back}>
        <VoucherChip voucher={voucher} />
        {mayEnter && (
          <Button icon="edit" onClick={() => setDialog('edit')}>
            {t('copies.voucher.edit')}
          </Button>
        )}
        {mayEnter && voucher.copies === 0 && (
          <Button icon="remove" disabled={remove.isRunning} onClick={() => void removeVoucher()}>
            {t('copies.voucher.remove')}
          </Button>
        )}
        {can('labels.print') && voucher.copies > 0 && (
          <Link className="button" to={`/labels?voucher=${voucher.id}`}>
            <Icon name="tag" />
            {t('copies.voucher.labels')}
          </Link>
        )}
        {mayEnter && voucher.copies > 0 && (
          <Button icon="check" onClick={() => setDialog('complete')}>
            {t('copies.voucher.complete')}
          </Button>
        )}
      </PageHeader>
      <Failure of={remove.failure} />
      <div className="tabs-filled">
        <Tabs
          label={t('copies.voucher.parts')}
          tabs={parts.map((key) => ({
            key,
            label: t(`copies.voucher.tabs.${key}`, { count: voucher.copies }),
          }))}
          current={shown}
          onChange={setPart}
        >
          {shown === 'enter' && <DeliveryForm voucher={voucher} />}
          {shown === 'copies' && <EnteredCopies voucher={voucher} />}
          {shown === 'history' && <RecordHistory of={[{ tableName: 'voucher', rowId: voucher.id }]} />}
        </Tabs>
      </div>
      {dialog === 'edit' && (
        <VoucherDialog voucher={voucher} onClose={() => setDialog(null)} onSaved={() => setDialog(null)} />
      )}
      {dialog === 'complete' && <CompleteDialog voucher={voucher} onClose={() => setDialog(null)} />}
    </div>
  )
}
