import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SupportFields, type Support } from '../../shared/network/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { FollowUp } from './FollowUp.tsx'
import { SupportDialog } from './SupportDialog.tsx'

/** On the page of an activity of support: which points it was for. Nothing on any other. */
export function ActivitySupports({ id }: { id: number }) {
  const supporting = useQuery('network.supporting', { activityId: id })
  return supporting.value?.isSupport ? <Supported activityId={id} /> : null
}

function Supported({ activityId }: { activityId: number }) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const { value: supports, failure } = useQuery('network.supports', { activityId })
  const activity = useQuery('activities.activity', { id: activityId }).value
  const add = useCommand('network.addSupport')
  const remove = useCommand('network.removeSupport')
  const [open, setOpen] = useState<Support | 'new' | null>(null)
  const mayWrite = can('network.write')
  async function drop(support: Support) {
    const answer = await remove.run({ id: support.id, rev: support.rev })
    if (!answer.ok) return
    const fields = SupportFields.parse(support)
    toast({
      text: t('network.support.removed', { name: support.pointName }),
      onUndo: async () => void (await add.run({ ...fields, activityId })),
    })
  }
  return (
    <section className="card">
      <h2>{t('network.support.title')}</h2>
      <p className="soft small">{t('network.support.hint')}</p>
      <Failure of={failure ?? remove.failure} />
      {supports?.length === 0 && <p className="soft">{t('network.support.empty')}</p>}
      <ul className="supported-points">
        {(supports ?? []).map((support) => (
          <li key={support.id}>
            <span>
              <Link to={`/network/points/${support.pointId}`}>{support.pointName}</Link>
              {support.findings !== '' && `. ${support.findings}`}
              <FollowUp support={support} />
            </span>
            {mayWrite && (
              <>
                <IconButton icon="edit" label={t('network.support.edit')} onClick={() => setOpen(support)} />
                <IconButton
                  icon="remove"
                  label={t('network.support.remove', { name: support.pointName })}
                  onClick={() => void drop(support)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <p className="no-print">
          <Button icon="add" onClick={() => setOpen('new')}>
            {t('network.support.add')}
          </Button>
        </p>
      )}
      {open !== null && activity && (
        <SupportDialog
          activityId={activityId}
          on={activity.startsOn}
          support={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
