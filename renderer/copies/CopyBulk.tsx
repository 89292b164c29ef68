import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Copy } from '../../shared/copies/contract.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CancelCopiesDialog } from './CancelCopiesDialog.tsx'
import { ConditionDialog } from './ConditionDialog.tsx'
import { MoveCopiesDialog } from './MoveCopiesDialog.tsx'
import { StatusDialog } from './StatusDialog.tsx'

const acts = ['move', 'condition', 'status', 'cancel'] as const
type Act = (typeof acts)[number]
export type ActDialogProps = { copies: Copy[]; onClose: () => void; onDone: () => void }

const dialogs = {
  move: MoveCopiesDialog,
  condition: ConditionDialog,
  status: StatusDialog,
  cancel: CancelCopiesDialog,
}

/** Who may do something with copies may choose them. */
export function useMayChoose(): boolean {
  const can = useCan()
  return can('copies.write') || can('labels.print')
}

/** One bar for everything that can be done to the chosen copies, or to the one that is open. */
export function CopyBulk({ copies, onClear }: { copies: Copy[]; onClear?: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const [act, setAct] = useState<Act | null>(null)
  const ActDialog = act && dialogs[act]
  return (
    <div className="notice quiet no-print" role="toolbar" aria-label={t('copies.bulk.label')}>
      {onClear && (
        <>
          <strong>{t('copies.bulk.chosen', { count: copies.length, shown: number(copies.length) })}</strong>
          <span className="spacer" />
        </>
      )}
      {can('copies.write') && (
        <>
          {acts.map((each) => (
            <Button key={each} onClick={() => setAct(each)} aria-haspopup="dialog">
              {t(`copies.bulk.${each}`)}
            </Button>
          ))}
          <Button onClick={() => void navigate('/copies/withdrawals/new', { state: { copies } })}>
            {t('copies.bulk.withdraw')}
          </Button>
        </>
      )}
      {can('labels.print') && (
        <Button onClick={() => void navigate('/labels', { state: { copies } })}>
          {t('copies.bulk.labels')}
        </Button>
      )}
      {onClear && (
        <Button kind="quiet" onClick={onClear}>
          {t('copies.bulk.clear')}
        </Button>
      )}
      {ActDialog && (
        <ActDialog
          copies={copies}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null)
            onClear?.()
          }}
        />
      )}
    </div>
  )
}
