import { useTranslation } from 'react-i18next'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { useCommand } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** What was settled by closing goes, and a paper that is being signed is then of no use. */
export function ReopenDialog({ stocktake, onClose }: { stocktake: Stocktake; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const reopen = useCommand('stocktake.reopen')
  const { id, name } = stocktake
  async function submit() {
    if (!(await reopen.run({ id })).ok) return
    toast({ text: t('stocktake.reopening.done', { name }) })
    onClose()
  }
  return (
    <ActDialog
      title={t('stocktake.reopening.title', { name })}
      submit={t('stocktake.reopening.submit')}
      icon="restore"
      isRunning={reopen.isRunning}
      failure={reopen.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('stocktake.reopening.text')}</p>
    </ActDialog>
  )
}
