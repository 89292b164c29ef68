import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Collection } from '../../shared/digitization/contract.ts'
import { useKept } from '../app/kept.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CollectionDialog } from './CollectionDialog.tsx'
import { DigitizationTabs } from './DigitizationTabs.tsx'

export function CollectionListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const navigate = useNavigate()
  const list = useQuery('digitization.collections', {})
  const add = useCommand('digitization.addCollection')
  const remove = useCommand('digitization.removeCollection')
  const [selected, setSelected] = useKept<number | null>('digitization.collection', null)
  const [open, setOpen] = useState<'add' | 'change' | null>(null)
  const columns = useCollectionColumns()
  const mayWrite = can('digitization.write')
  const collection = list.value?.find(({ id }) => id === selected)
  async function drop({ id, rev, name, description, openedOn, closedOn }: Collection) {
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    toast({
      text: t('digitization.collections.removed', { name }),
      onUndo: async () => void (await add.run({ name, description, openedOn, closedOn })),
    })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('digitization.collections.title')} hint={t('digitization.collections.hint')}>
        {mayWrite && collection && (
          <>
            <Button icon="edit" onClick={() => setOpen('change')}>
              {t('common.actions.edit')}
            </Button>
            <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop(collection)}>
              {t('digitization.collections.remove')}
            </Button>
          </>
        )}
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={() => setOpen('add')}>
            {t('digitization.collections.add')}
          </Button>
        )}
      </PageHeader>
      <DigitizationTabs />
      <Failure of={list.failure ?? remove.failure ?? add.failure} />
      <Table
        label={t('digitization.collections.title')}
        name="digitization.collections"
        columns={columns}
        rows={list.value ?? []}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/digitization/jobs/collections/${id}`)}
        isLoading={list.isLoading}
        empty={
          <EmptyState icon="panel" text={t('digitization.collections.empty')}>
            {mayWrite && (
              <Button kind="primary" onClick={() => setOpen('add')}>
                {t('digitization.collections.add')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {open === 'add' && <CollectionDialog onClose={() => setOpen(null)} />}
      {open === 'change' && collection && (
        <CollectionDialog collection={collection} onClose={() => setOpen(null)} />
      )}
    </div>
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
