import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { PreservationTabs } from './PreservationTabs.tsx'
import { RuleDialog } from './RuleDialog.tsx'
import { StandingBar } from './StandingBar.tsx'
import { useVolumeColumns } from './use-volume-columns.tsx'
import { VolumeDialog } from './VolumeDialog.tsx'

/** Every disk that holds copies, whether it is attached or lies in a cupboard. */
export function VolumeListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const volumes = useQuery('preservation.volumes', {})
  const standing = useQuery('preservation.standing', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [open, setOpen] = useState<'add' | 'rule' | null>(null)
  const columns = useVolumeColumns()
  const mayWrite = can('preservation.write')
  const rows = volumes.value ?? []
  return (
    <div className="page filled">
      <PageHeader title={t('preservation.volumes.title')} hint={t('preservation.volumes.hint')}>
        {mayWrite && (
          <>
            <Button icon="settings" onClick={() => setOpen('rule')}>
              {t('preservation.volumes.rule')}
            </Button>
            <Button kind="primary" icon="add" onClick={() => setOpen('add')}>
              {t('preservation.volumes.add')}
            </Button>
          </>
        )}
      </PageHeader>
      <PreservationTabs />
      <Failure of={volumes.failure ?? standing.failure} />
      {standing.value && <StandingBar standing={standing.value} />}
      <Table
        label={t('preservation.volumes.title')}
        name="preservation.volumes"
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/preservation/volumes/${id}`)}
        total={{ count: rows.length, isExact: true }}
        isLoading={volumes.isLoading}
        empty={
          <EmptyState icon="save" text={t('preservation.volumes.empty')}>
            {mayWrite && (
              <Button kind="primary" onClick={() => setOpen('add')}>
                {t('preservation.volumes.addFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {open === 'add' && (
        <VolumeDialog
          onClose={() => setOpen(null)}
          onSaved={({ id }) => void navigate(`/preservation/volumes/${id}`)}
        />
      )}
      {open === 'rule' && standing.value && (
        <RuleDialog rule={standing.value.rule} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}
