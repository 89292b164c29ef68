import { useTranslation } from 'react-i18next'
import type { Product } from '../../shared/products/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { product: Product; onClose: () => void; onDone: () => void }

/** The list of chosen titles goes with it and cannot be brought back, so one is asked first. */
export function RemoveProductDialog({ product, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const remove = useCommand('products.removeProduct')
  const { id, rev, name, titles } = product
  async function run() {
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    toast({ text: t('products.remove.done', { name }) })
    onDone()
  }
  return (
    <Dialog
      title={t('products.remove.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="danger" icon="remove" disabled={remove.isRunning} onClick={() => void run()}>
            {t('products.remove.submit')}
          </Button>
        </>
      }
    >
      <p>{t('products.remove.text', { name, shown: number(titles) })}</p>
      <Failure of={remove.failure} />
    </Dialog>
  )
}
