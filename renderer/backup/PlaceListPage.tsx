import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupPlace } from '../../shared/backup/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useWhyNot } from '../ui/why-not.ts'
import { AddPlaceDialog } from './AddPlaceDialog.tsx'
import { BackupTabs } from './BackupTabs.tsx'
import { EncryptionCard } from './EncryptionCard.tsx'
import { PlaceDialog } from './PlaceDialog.tsx'
import { RuleCard } from './RuleCard.tsx'
import { RuleDialog } from './RuleDialog.tsx'
import { usePlaceColumns } from './use-place-columns.tsx'

/** Where copies go, when, how long they stay, and who can read them. */
export function PlaceListPage() {
  const { t } = useTranslation()
  const toast = useToast()
  const whyNot = useWhyNot()
  const places = useQuery('backup.places', {})
  const rule = useQuery('backup.rule', {})
  const retire = useCommand('backup.retirePlace')
  const add = useCommand('backup.addPlace')
  const columns = usePlaceColumns()
  const [selected, setSelected] = useState<number | null>(null)
  const [open, setOpen] = useState<'add' | 'edit' | 'rule' | null>(null)
  const rows = places.value ?? []
  const place = rows.find(({ id }) => id === selected)
  const isAlone = places.value !== undefined && rows.every(({ isSameDisk, isOwn }) => isOwn || isSameDisk)

  async function giveUp({ id, rev, name, path, lateAfterDays }: BackupPlace) {
    if (!(await retire.run({ id, rev })).ok) return
    setSelected(null)
    toast({
      text: t('backup.places.retired', { name }),
      ...(whyNot('backup.addPlace') === null && {
        onUndo: async () => void (await add.run({ name, path, lateAfterDays })),
      }),
    })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('backup.places.title')} hint={t('backup.places.hint')}>
        {place && (
          <Button icon="edit" onClick={() => setOpen('edit')}>
            {t('backup.places.edit')}
          </Button>
        )}
        {place && !place.isOwn && (
          <Button icon="remove" disabled={retire.isRunning} onClick={() => void giveUp(place)}>
            {t('backup.places.retire')}
          </Button>
        )}
        <Button does="backup.addPlace" kind="primary" icon="add" onClick={() => setOpen('add')}>
          {t('backup.places.add')}
        </Button>
      </PageHeader>
      <BackupTabs />
      <Failure of={places.failure ?? rule.failure ?? retire.failure ?? add.failure} />
      {isAlone && <Notice icon="warning" text={t('backup.places.alone')} />}
      <div className="split backup">
        <Table
          label={t('backup.places.title')}
          name="backup.places"
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          selected={selected}
          onSelect={({ id }) => setSelected(id)}
          onOpen={({ id }) => {
            setSelected(id)
            setOpen('edit')
          }}
          total={{ count: rows.length, isExact: true }}
          isLoading={places.isLoading}
          empty={null}
        />
        <aside className="card" aria-label={t('backup.rule.title')}>
          {rule.value && <RuleCard rule={rule.value} onEdit={() => setOpen('rule')} />}
          {rule.value && <EncryptionCard since={rule.value.encryptedSince} />}
        </aside>
      </div>
      {open === 'add' && <AddPlaceDialog onClose={() => setOpen(null)} />}
      {open === 'edit' && place && <PlaceDialog place={place} onClose={() => setOpen(null)} />}
      {open === 'rule' && rule.value && <RuleDialog rule={rule.value} onClose={() => setOpen(null)} />}
    </div>
  )
}
