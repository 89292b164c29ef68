import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { EditDialog } from './EditDialog.tsx'
import { drawAddress } from './draw-address.ts'
import type { InspectionRecord } from './InspectionPage.tsx'
import { lookedOf } from './looked.ts'
import { ReopenDialog } from './ReopenDialog.tsx'

type DialogName = 'close' | 'edit' | 'reopen'

/** What can be done with an inspection as it stands, the next step first. */
export function InspectionActs({ inspection }: { inspection: InspectionRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const pause = useCommand('inspection.pause')
  const resume = useCommand('inspection.resume')
  const remove = useCommand('inspection.remove')
  const { id, rev, state, name, counts, outside, standing } = inspection
  const mayWrite = can('inspection.write')
  const mayWork = can('inspection.work')
  const close = () => setDialog(null)
  const isBegun = lookedOf(counts) + outside > 0
  async function removeIt() {
    if (!(await remove.run({ id, rev })).ok) return
    toast({ text: t('inspection.acts.removed', { name }) })
    void navigate('/inspection', { replace: true })
  }
  return (
    <>
      {state === 'open' && mayWork && (
        <Link
          className={standing === 'unfinished' ? 'button primary' : 'button'}
          to={`/inspection/${id}/look`}
        >
          <Icon name="search" />
          {t(isBegun ? 'inspection.acts.lookOn' : 'inspection.acts.look')}
        </Link>
      )}
      {state === 'paused' && mayWork && (
        <Button
          kind="primary"
          icon="forward"
          disabled={resume.isRunning}
          onClick={() => void resume.run({ id })}
        >
          {t('inspection.acts.resume')}
        </Button>
      )}
      {state !== 'closed' && mayWrite && standing !== 'unfinished' && (
        <Button kind="primary" icon="lock" onClick={() => setDialog('close')}>
          {t('inspection.acts.close')}
        </Button>
      )}
      {state === 'open' && mayWork && (
        <Button icon="pause" disabled={pause.isRunning} onClick={() => void pause.run({ id })}>
          {t('inspection.acts.pause')}
        </Button>
      )}
      {state === 'closed' && mayWrite && (
        <>
          <Link className="button" to={drawAddress(inspection.lot, id)}>
            <Icon name="add" />
            {t('inspection.acts.again')}
          </Link>
          <Button icon="restore" onClick={() => setDialog('reopen')}>
            {t('inspection.acts.reopen')}
          </Button>
        </>
      )}
      {state !== 'closed' && mayWrite && (
        <Button icon="edit" onClick={() => setDialog('edit')}>
          {t('common.actions.edit')}
        </Button>
      )}
      {state !== 'closed' && mayWrite && !isBegun && (
        <Button icon="remove" disabled={remove.isRunning} onClick={() => void removeIt()}>
          {t('inspection.acts.remove')}
        </Button>
      )}
      <Failure of={pause.failure ?? resume.failure ?? remove.failure} />
      {dialog === 'close' && <CloseDialog inspection={inspection} onClose={close} />}
      {dialog === 'edit' && <EditDialog inspection={inspection} onClose={close} />}
      {dialog === 'reopen' && <ReopenDialog inspection={inspection} onClose={close} />}
    </>
  )
}
