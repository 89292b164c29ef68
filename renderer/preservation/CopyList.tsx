import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { CopyState } from '../../shared/preservation/rules.ts'
import type { FileCopyRow, Volume } from '../../shared/preservation/contract.ts'
import { usePages } from '../app/operations.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

const views = ['all', 'troubled', 'due', 'single'] as const

/** What lies on a disk, as it was found the last time it was read. */
export function CopyList({ volume }: { volume: Volume }) {
  const { t } = useTranslation()
  const [view, setView] = useState<(typeof views)[number]>('all')
  const [selected, setSelected] = useState<number | null>(null)
  const copies = usePages('preservation.copies', { volumeId: volume.id, view })
  const columns = useColumns()
  return (
    <>
      <div className="row no-print">
        <InlineSelect
          label={t('preservation.copies.view')}
          value={view}
          options={views.map((each) => ({ value: each, label: t(`preservation.copies.views.${each}`) }))}
          onChange={(value) => setView(views.find((each) => each === value) ?? 'all')}
        />
      </div>
      <Failure of={copies.failure} />
      <Table
        label={t('preservation.copies.title')}
        name="preservation.copies"
        columns={columns}
        rows={copies.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        hasMore={copies.hasMore}
        onMore={copies.more}
        isLoading={copies.isStarting && !copies.failure}
        empty={
          <EmptyState
            icon="save"
            text={t(view === 'all' ? 'preservation.copies.empty' : 'preservation.copies.nothingFound')}
          />
        }
      />
    </>
  )
}

function useColumns(): Column<FileCopyRow>[] {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const style = numberStyle(i18n.language)
    return [
      {
        key: 'path',
        label: t('preservation.copies.path'),
        widthPx: 280,
        grows: true,
        cell: ({ path }) => path,
      },
      { key: 'title', label: t('preservation.fields.title'), widthPx: 180, cell: ({ title }) => title },
      {
        key: 'state',
        label: t('preservation.files.state'),
        widthPx: 150,
        cell: ({ state }) => <CopyStateChip state={state} />,
      },
      {
        key: 'sound',
        label: t('preservation.copies.sound'),
        widthPx: 136,
        align: 'end',
        cell: ({ soundCopies }) => number(soundCopies),
      },
      {
        key: 'size',
        label: t('preservation.files.size'),
        widthPx: 98,
        align: 'end',
        cell: ({ size }) => formatSize(size, style),
      },
      {
        key: 'checkedAt',
        label: t('preservation.fields.checkedAt'),
        widthPx: 148,
        cell: ({ checkedAt }) => displayInstant(checkedAt),
      },
    ]
  }, [t, i18n.language, number])
}

function CopyStateChip({ state }: { state: CopyState }) {
  const { t } = useTranslation()
  return (
    <Chip tone={state === 'matched' ? 'good' : 'bad'} icon={state === 'matched' ? 'check' : 'warning'}>
      {t(`preservation.copyStates.${state}`)}
    </Chip>
  )
}
