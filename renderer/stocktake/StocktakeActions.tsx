import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { SignDialog } from './SignDialog.tsx'

type DialogName = 'open' | 'close' | 'reopen' | 'sign'

/** What can be done with a stocktake as it stands, the next step first. */
export function StocktakeActions({ stocktake }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const pause = useCommand('stocktake.pause')
  const resume = useCommand('stocktake.resume')
  const remove = useCommand('stocktake.remove')
  const { id, rev, state, name } = stocktake
  const mayWrite = can('stocktake.write')
  const is = (...states: Stocktake['state'][]) => states.includes(state)
  async function removeIt() {
    if (!(await remove.run({ id, rev })).ok) return
    toast({ text: t('stocktake.actions.removed', { name }) })
    void navigate('/stocktake', { replace: true })
  }
  return (
    <>
      {is('open') && can('stocktake.scan') && (
        <Link className="button primary" to={`/stocktake/${id}/scan`}>
          <Icon name="barcode" />
          {t('stocktake.actions.scan')}
        </Link>
      )}
      {mayWrite && is('planned') && (
        <Button kind="primary" icon="forward" onClick={() => setDialog('open')}>
          {t('stocktake.actions.open')}
        </Button>
      )}
      {mayWrite && is('paused') && (
        <Button
          kind="primary"
          icon="forward"
          disabled={resume.isRunning}
          onClick={() => void resume.run({ id })}
        >
          {t('stocktake.actions.resume')}
        </Button>
      )}
      {mayWrite && is('open') && (
        <Button icon="pause" disabled={pause.isRunning} onClick={() => void pause.run({ id })}>
          {t('stocktake.actions.pause')}
        </Button>
      )}
      {mayWrite && is('open', 'paused') && (
        <Button icon="check" onClick={() => setDialog('close')}>
          {t('stocktake.actions.close')}
        </Button>
      )}
      {mayWrite && is('closed') && (
        <>
          <Button kind="primary" icon="lock" onClick={() => setDialog('sign')}>
            {t('stocktake.actions.sign')}
          </Button>
          <Button icon="restore" onClick={() => setDialog('reopen')}>
            {t('stocktake.actions.reopen')}
          </Button>
        </>
      )}
      {mayWrite && is('planned', 'open', 'paused') && (
        <Link className="button" to={`/stocktake/${id}/edit`}>
          <Icon name="edit" />
          {t('common.actions.edit')}
        </Link>
      )}
      {mayWrite && is('planned') && (
        <Button icon="remove" disabled={remove.isRunning} onClick={() => void removeIt()}>
          {t('stocktake.actions.remove')}
        </Button>
      )}
      <Failure of={pause.failure ?? resume.failure ?? remove.failure} />
      {dialog === 'open' && <OpenDialog stocktake={stocktake} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseDialog stocktake={stocktake} onClose={() => setDialog(null)} />}
      {dialog === 'reopen' && <ReopenDialog stocktake={stocktake} onClose={() => setDialog(null)} />}
      {dialog === 'sign' && <SignDialog stocktake={stocktake} onClose={() => setDialog(null)} />}
    </>
  )
}
