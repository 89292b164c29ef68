import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'
import type { IconName } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Choice } from '../ui/use-choice.ts'

type List<Row> = {
  rows: Row[]
  failure: OperationFailure | null
  hasMore: boolean
  more: () => void
  isStarting: boolean
}

type Props<Row> = {
  name: string
  icon: IconName
  words: {
    title: string
    hint: string
    /** What will be here. */
    empty: string
    nothingFound: string
    add: string
    removed: (row: Row) => string
  }
  list: List<Row>
  columns: Column<Row>[]
  isNarrowed: boolean
  mayWrite: boolean
  tabs: ReactNode
  filters: ReactNode
  /** Before the buttons that change: handing out, printing. */
  tools?: ReactNode
  /** Null: a record of its own page, not a dialog. */
  onOpen?: (row: Row) => void
  dialog: (row: Row | null, onClose: () => void) => ReactNode
  /** Answers how to bring it back, or null where it was refused. */
  onRemove?: (row: Row) => Promise<(() => Promise<unknown>) | null>
  removal?: { failure: OperationFailure | null; isRunning: boolean }
  choice?: Choice<Row>
  foot?: ReactNode
  children?: ReactNode
}

/** A list of records that are few fields each: found, added, changed and taken away in one place. */
export function RegisterPage<Row extends { id: number }>(props: Props<Row>) {
  const { name, words, list, mayWrite, removal, choice, foot } = props
  const { t } = useTranslation()
  const [selected, setSelected] = useState<number | null>(null)
  const { edited, open, close } = useEdited(list.rows)
  const chosen = list.rows.find(({ id }) => id === selected)
  const isDialog = props.onOpen === undefined
  return (
    <div className="page filled">
      <PageHeader title={words.title} hint={words.hint}>
        {props.tools}
        <Button icon="print" onClick={() => window.print()}>
          {t('common.list.print')}
        </Button>
        {mayWrite && <ChosenActs {...props} row={chosen} onEdit={(id) => open(id)} />}
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={() => open('new')}>
            {words.add}
          </Button>
        )}
      </PageHeader>
      {props.tabs}
      {props.filters}
      <Failure of={list.failure ?? removal?.failure ?? null} />
      {props.children}
      <Table
        label={words.title}
        name={name}
        columns={props.columns}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={(row) => (isDialog ? mayWrite && open(row.id) : props.onOpen?.(row))}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        choice={choice}
        empty={
          <EmptyState icon={props.icon} text={props.isNarrowed ? words.nothingFound : words.empty}>
            {mayWrite && !props.isNarrowed && (
              <Button kind="primary" onClick={() => open('new')}>
                {words.add}
              </Button>
            )}
          </EmptyState>
        }
        foot={foot}
      />
      {mayWrite && edited !== undefined && props.dialog(edited, close)}
    </div>
  )
}

/** The address says what is being written, so that drafts and other pages lead to it. */
function useEdited<Row extends { id: number }>(rows: readonly Row[]) {
  const [search, setSearch] = useSearchParams()
  const named = search.get('edit')
  function set(edit: string | null) {
    const next = new URLSearchParams(search)
    if (edit === null) next.delete('edit')
    else next.set('edit', edit)
    setSearch(next, { replace: true })
  }
  return {
    edited: named === 'new' ? null : rows.find(({ id }) => String(id) === named),
    open: (id: number | 'new') => set(String(id)),
    close: () => set(null),
  }
}

type ActProps<Row> = Props<Row> & { row: Row | undefined; onEdit: (id: number) => void }

/** There while nothing is chosen too: what moved down under a double click would be another row. */
function ChosenActs<Row extends { id: number }>(props: ActProps<Row>) {
  const { row, onEdit, onOpen, onRemove, removal, words } = props
  const { t } = useTranslation()
  const toast = useToast()
  async function remove(chosen: Row) {
    const undo = await onRemove?.(chosen)
    if (undo) toast({ text: words.removed(chosen), onUndo: async () => void (await undo()) })
  }
  return (
    <>
      <Button
        icon={onOpen ? 'forward' : 'edit'}
        disabled={!row}
        onClick={() => row && (onOpen ? onOpen(row) : onEdit(row.id))}
      >
        {t(onOpen ? 'common.list.open' : 'common.actions.edit')}
      </Button>
      {onRemove && (
        <Button
          icon="remove"
          disabled={!row || removal?.isRunning === true}
          onClick={() => row && void remove(row)}
        >
          {t('common.list.remove')}
        </Button>
      )}
    </>
  )
}
