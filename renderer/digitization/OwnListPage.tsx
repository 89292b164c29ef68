import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useKept } from '../app/kept.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'
import type { IconName } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { DigitizationTabs } from './DigitizationTabs.tsx'

type Props<Row extends { id: number }> = {
  /** Whose words and column widths it has. */
  name: 'collections' | 'stoppages'
  rows: Row[] | undefined
  columns: Column<Row>[]
  isLoading: boolean
  failure: OperationFailure | null | undefined
  mayChange: boolean
  emptyIcon: IconName
  /** What opening a row does; to change it where nothing is said. */
  onOpen?: (row: Row) => void
  remove: { run: (row: Row) => Promise<void>; isRunning: boolean }
  dialog: (row: Row | undefined, onClose: () => void) => ReactNode
}

/** A list that the library keeps itself: a row is chosen, changed in a dialog, taken out. */
export function OwnListPage<Row extends { id: number }>(props: Props<Row>) {
  const { name, rows = [], columns, isLoading, failure, mayChange, emptyIcon, onOpen, remove, dialog } = props
  const { t } = useTranslation()
  const [selected, setSelected] = useKept<number | null>(`digitization.${name}`, null)
  const [open, setOpen] = useState<'add' | 'change' | null>(null)
  const chosen = rows.find(({ id }) => id === selected)
  function change(row: Row) {
    setSelected(row.id)
    setOpen('change')
  }
  return (
    <div className="page filled">
      <PageHeader title={t(`digitization.${name}.title`)} hint={t(`digitization.${name}.hint`)}>
        {mayChange && chosen && (
          <>
            <Button icon="edit" onClick={() => setOpen('change')}>
              {t('common.actions.edit')}
            </Button>
            <Button icon="remove" disabled={remove.isRunning} onClick={() => void remove.run(chosen)}>
              {t(`digitization.${name}.remove`)}
            </Button>
          </>
        )}
        {mayChange && (
          <Button kind="primary" icon="add" onClick={() => setOpen('add')}>
            {t(`digitization.${name}.add`)}
          </Button>
        )}
      </PageHeader>
      <DigitizationTabs />
      <Failure of={failure} />
      <Table
        label={t(`digitization.${name}.title`)}
        name={`digitization.${name}`}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={onOpen ?? (mayChange ? change : undefined)}
        isLoading={isLoading}
        empty={
          <EmptyState icon={emptyIcon} text={t(`digitization.${name}.empty`)}>
            {mayChange && (
              <Button kind="primary" onClick={() => setOpen('add')}>
                {t(`digitization.${name}.add`)}
              </Button>
            )}
          </EmptyState>
        }
      />
      {open === 'add' && dialog(undefined, () => setOpen(null))}
      {open === 'change' && chosen && dialog(chosen, () => setOpen(null))}
    </div>
  )
}
