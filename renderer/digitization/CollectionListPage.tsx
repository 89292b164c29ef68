import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Collection } from '../../shared/digitization/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Chip } from '../ui/Chip.tsx'
import type { Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CollectionDialog } from './CollectionDialog.tsx'
import { OwnListPage } from './OwnListPage.tsx'

export function CollectionListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const navigate = useNavigate()
  const list = useQuery('digitization.collections', {})
  const add = useCommand('digitization.addCollection')
  const remove = useCommand('digitization.removeCollection')
  const columns = useCollectionColumns()
  async function drop({ id, rev, name, description, openedOn, closedOn }: Collection) {
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    toast({
      text: t('digitization.collections.removed', { name }),
      onUndo: async () => void (await add.run({ name, description, openedOn, closedOn })),
    })
  }
  return (
    <OwnListPage
      name="collections"
      rows={list.value}
      columns={columns}
      isLoading={list.isLoading}
      failure={list.failure ?? remove.failure ?? add.failure}
      mayChange={can('digitization.write')}
      emptyIcon="panel"
      onOpen={({ id }) => void navigate(`/digitization/jobs/collections/${id}`)}
      remove={{ run: drop, isRunning: remove.isRunning }}
      dialog={(collection, onClose) => (
        <CollectionDialog {...(collection && { collection })} onClose={onClose} />
      )}
    />
  )
}

function useCollectionColumns(): Column<Collection>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    {
      key: 'name',
      label: t('digitization.collections.name'),
      widthPx: 260,
      grows: true,
      cell: ({ name }) => name,
    },
    {
      key: 'description',
      label: t('digitization.collections.description'),
      widthPx: 260,
      grows: true,
      cell: ({ description }) => description,
    },
    {
      key: 'titles',
      label: t('digitization.collections.titles'),
      widthPx: 100,
      align: 'end',
      cell: ({ titles }) => number(titles),
    },
    {
      key: 'digitized',
      label: t('digitization.collections.digitized'),
      widthPx: 130,
      align: 'end',
      cell: ({ digitized }) => number(digitized),
    },
    {
      key: 'openedOn',
      label: t('digitization.collections.openedOn'),
      widthPx: 120,
      cell: ({ openedOn }) => displayDate(openedOn),
    },
    {
      key: 'closedOn',
      label: t('digitization.collections.state'),
      widthPx: 170,
      cell: ({ closedOn }) =>
        closedOn === null ? (
          <Chip tone="good">{t('digitization.collections.active')}</Chip>
        ) : (
          t('digitization.collections.closed', { on: displayDate(closedOn) })
        ),
    },
  ]
}
