import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { PageHeader } from '../../renderer/ui/PageHeader.tsx'
import { Table } from '../../renderer/ui/Table.tsx'
import { displayInstant } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { AuditRow } from '../office/contract.ts'
import { useAsked } from './asking.ts'
import { useDetailText } from './detail-text.ts'

export function JournalPage() {
  const { t } = useTranslation()
  const detailText = useDetailText()
  const [selected, setSelected] = useState<number | null>(null)
  const { value: rows, failure, isLoading } = useAsked<AuditRow[]>('/audit')
  return (
    <div className="page filled">
      <PageHeader title={t('ministry.journal.title')} hint={t('ministry.journal.hint')} />
      <Failure of={failure} />
      <Table
        label={t('ministry.journal.title')}
        name="ministry.journal"
        columns={[
          { key: 'at', label: t('ministry.journal.at'), widthPx: 160, cell: ({ at }) => displayInstant(at) },
          { key: 'actor', label: t('ministry.journal.actor'), widthPx: 290, cell: ({ actor }) => actor },
          {
            key: 'act',
            label: t('ministry.journal.act'),
            widthPx: 200,
            cell: ({ act }) => t(runtimeKey(`ministry.acts.${act}`)),
          },
          {
            key: 'detail',
            label: t('ministry.journal.detail'),
            widthPx: 300,
            grows: true,
            cell: ({ detail }) => detailText(detail),
          },
        ]}
        keyOf={({ id }) => id}
        rows={rows ?? []}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        isLoading={isLoading}
        empty={t('ministry.journal.none')}
      />
    </div>
  )
}
