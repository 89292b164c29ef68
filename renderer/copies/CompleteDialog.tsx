import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { StatedTotals } from './VoucherFacts.tsx'

type Props = { voucher: Output<'copies.voucher'>; onClose: () => void }

/** Completing writes the register and cannot be taken back, so it says in numbers what is written. */
export function CompleteDialog({ voucher, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const complete = useCommand('copies.completeVoucher')
  async function run() {
    const answer = await complete.run({ id: voucher.id, rev: voucher.rev })
    if (!answer.ok) return
    toast({ text: t('copies.complete.done', { number: voucher.number }) })
    onClose()
  }
  return (
    <Dialog
      title={t('copies.complete.title', { number: voucher.number })}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" icon="check" disabled={complete.isRunning} onClick={() => void run()}>
            {t('copies.complete.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <p>
        {t('copies.complete.text', {
          titles: number(voucher.titles),
          copies: number(voucher.copies),
          amount: number(voucher.amountMinor),
          year: voucher.receivedOn.slice(0, 4),
        })}
      </p>
      <StatedTotals voucher={voucher} />
      <Failure of={complete.failure} />
    </Dialog>
  )
}
