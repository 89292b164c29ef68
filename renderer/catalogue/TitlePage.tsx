import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Title } from '../../shared/catalogue/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { keptAddress } from '../app/kept.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { TitleForm } from './TitleForm.tsx'
import { TitleHistory } from './TitleHistory.tsx'
import { useTitleProperties } from './use-title-properties.tsx'
import { useUndoRemove } from './use-title-undo.ts'

export function TitlePage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: title, failure } = useQuery('catalogue.title', { id })
  const back = { to: keptAddress('/catalogue'), label: t('catalogue.list.title') }
  if (title) return <TitleRecord key={id} title={title} back={back} />
  return (
    <div className="page">
      <PageHeader title={t('catalogue.menu.title')} back={back} />
      <Failure of={failure} />
    </div>
  )
}

type Props = { title: Title; back: { to: string; label: string } }

function TitleRecord({ title, back }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const [isEditing, setEditing] = useState(false)
  const [hasHistory, setHistory] = useState(false)
  const remove = useCommand('catalogue.removeTitle')
  const restore = useCommand('catalogue.restoreTitle')
  const undoRemove = useUndoRemove()
  const properties = useTitleProperties(title)
  const { id, rev } = title
  const mayEdit = can('catalogue.write') && !isEditing && title.removedOn === null
  useShortcut('E', () => setEditing(true), mayEdit)
  useShortcut('Escape', () => (isEditing ? setEditing(false) : void navigate(-1)))

  async function removeTitle() {
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    toast({
      text: t('catalogue.record.removed', { title: title.title }),
      onUndo: () => undoRemove(answer.value),
    })
  }
  return (
    <div className="page">
      <PageHeader title={title.title} hint={title.subtitle} back={back}>
        {title.removedOn && (
          <Chip tone="warn" icon="remove">
            {t('catalogue.record.removedOn', { on: displayDate(title.removedOn) })}
          </Chip>
        )}
        {mayEdit && (
          <Button kind="primary" icon="edit" shortcut="E" onClick={() => setEditing(true)}>
            {t('common.actions.edit')}
          </Button>
        )}
        {mayEdit && (
          <Button icon="remove" disabled={remove.isRunning} onClick={() => void removeTitle()}>
            {t('catalogue.record.remove')}
          </Button>
        )}
        {title.removedOn && can('catalogue.write') && (
          <Button icon="restore" disabled={restore.isRunning} onClick={() => void restore.run({ id, rev })}>
            {t('catalogue.record.restore')}
          </Button>
        )}
      </PageHeader>
      <Failure of={remove.failure ?? restore.failure} />
      <div className="card">
        {isEditing ? (
          <TitleForm title={title} onDone={() => setEditing(false)} />
        ) : (
          <PropertyList properties={properties} />
        )}
      </div>
      <details className="card" open={hasHistory} onToggle={(event) => setHistory(event.currentTarget.open)}>
        <summary>{t('catalogue.history.title')}</summary>
        {hasHistory && <TitleHistory id={id} />}
      </details>
    </div>
  )
}
