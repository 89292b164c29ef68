import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
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
import { useToast } from '../ui/Toasts.tsx'
import { tabAt, tabsOf } from './title-tabs.ts'
import { titleText } from './title-text.ts'
import { TitleTabs } from './TitleTabs.tsx'
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
  const remove = useCommand('catalogue.removeTitle')
  const restore = useCommand('catalogue.restoreTitle')
  const undoRemove = useUndoRemove()
  const { id, rev } = title
  const tabs = tabsOf(title)
  const tab = tabAt(tabs, useParams().tab)
  const mayWrite = can('catalogue.write')
  const isFormOpen = isEditing && tab === 'record'
  const mayEdit = mayWrite && !isFormOpen && title.removedOn === null
  useShortcut('E', edit, mayEdit)
  useShortcut('Escape', () => (isFormOpen ? setEditing(false) : void navigate(-1)))

  function edit() {
    setEditing(true)
    if (tab !== 'record') void navigate(`/catalogue/${id}`, { replace: true })
  }
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
      <PageHeader title={titleText(title)} hint={title.responsibility} back={back}>
        <Chip icon="book">{t(`catalogue.materials.${title.material}`)}</Chip>
        {title.removedOn && (
          <Chip tone="warn" icon="remove">
            {t('catalogue.record.removedOn', { on: displayDate(title.removedOn) })}
          </Chip>
        )}
        {mayEdit && (
          <Button kind="primary" icon="edit" shortcut="E" onClick={edit}>
            {t('common.actions.edit')}
          </Button>
        )}
        {mayWrite && (
          <Link className="button" to={`/catalogue/new?from=${id}`}>
            {t('catalogue.record.duplicate')}
          </Link>
        )}
        {mayEdit && (
          <Button icon="remove" disabled={remove.isRunning} onClick={() => void removeTitle()}>
            {t('catalogue.record.remove')}
          </Button>
        )}
        {title.removedOn && mayWrite && (
          <Button icon="restore" disabled={restore.isRunning} onClick={() => void restore.run({ id, rev })}>
            {t('catalogue.record.restore')}
          </Button>
        )}
      </PageHeader>
      <Failure of={remove.failure ?? restore.failure}>
        {title.mergedIntoId !== null && (
          <Link className="button" to={`/catalogue/${title.mergedIntoId}`}>
            {t('catalogue.record.openKept')}
          </Link>
        )}
      </Failure>
      <TitleTabs
        title={title}
        tabs={tabs}
        tab={tab}
        isEditing={isEditing}
        onEdited={() => setEditing(false)}
        onReopen={edit}
      />
    </div>
  )
}
