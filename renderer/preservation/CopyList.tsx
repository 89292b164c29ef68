import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { CopyState } from '../../shared/preservation/rules.ts'
import type { FileCopyRow, Volume } from '../../shared/preservation/contract.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { Table, type Column } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { RemovalList } from './RemovalList.tsx'
import { RemoveCopiesDialog } from './RemoveCopiesDialog.tsx'

const keyOf = ({ id }: FileCopyRow) => id
const views = ['all', 'troubled', 'due', 'single', 'removed'] as const

/** What lies on a disk, as it was found the last time it was read. */
export function CopyList({ volume }: { volume: Volume }) {
  const { t } = useTranslation()
  const [view, setView] = useState<(typeof views)[number]>('all')
  const [selected, setSelected] = useState<number | null>(null)
  const copies = usePages('preservation.copies', { volumeId: volume.id, view })
  const columns = useColumns(view === 'removed')
  const can = useCan()
  const [isRemoving, setRemoving] = useState(false)
  const choice = useChoice<FileCopyRow>({
    keyOf,
    load: (first, last) => copies.rows.slice(first, last + 1),
    allCount: null,
    listKey: `${volume.id}-${view}`,
  })
  const mayRemove = can('preservation.write') && view !== 'removed'
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
      {view === 'removed' && <RemovalList volumeId={volume.id} />}
      {mayRemove && (
        <ChosenBar choice={choice}>
          <Button icon="remove" onClick={() => setRemoving(true)}>
            {t('preservation.removal.open')}
          </Button>
        </ChosenBar>
      )}
      <Table
        label={t('preservation.copies.title')}
        name="preservation.copies"
        columns={columns}
        rows={copies.rows}
        keyOf={keyOf}
        choice={mayRemove ? choice : undefined}
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
      {isRemoving && choice.count > 0 && (
        <RemoveCopiesDialog
          volumeId={volume.id}
          copies={choice.rows}
          onClose={() => setRemoving(false)}
          onDone={choice.clear}
        />
      )}
    </>
  )
}

function useColumns(isRemoved: boolean): Column<FileCopyRow>[] {
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
        cell: ({ state }) =>
          isRemoved ? (
            <Chip icon="remove">{t('preservation.copies.views.removed')}</Chip>
          ) : (
            <CopyStateChip state={state} />
          ),
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
        widthPx: 112,
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
  }, [t, i18n.language, number, isRemoved])
}

function CopyStateChip({ state }: { state: CopyState }) {
  const { t } = useTranslation()
  return (
    <Chip tone={state === 'matched' ? 'good' : 'bad'} icon={state === 'matched' ? 'check' : 'warning'}>
      {t(`preservation.copyStates.${state}`)}
    </Chip>
  )
}
