import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { copySorts, type Copy, type CopyFilters } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useKept } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { useRows } from '../app/use-rows.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { isComposing, useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { usePreview } from '../ui/use-preview.ts'
import { activeFilters, noFilters } from './copies-address.ts'
import { CopyBulk, useMayChoose } from './CopyBulk.tsx'
import { CopyChips } from './CopyChips.tsx'
import { CopyExport } from './CopyExport.tsx'
import { CopyFilterDialog } from './CopyFilterDialog.tsx'
import { CopyPreview } from './CopyPreview.tsx'
import { HoldingTabs } from './HoldingTabs.tsx'
import { useCopyColumns } from './use-copy-columns.tsx'
import { useCopyFilters } from './use-copy-filters.ts'

const keyOf = (copy: Copy) => copy.id

/** Every copy, narrowed as a figure, a voucher or a person asks; what is chosen is moved, marked or withdrawn at once. */
export function CopyListPage() {
  const { t } = useTranslation()
  const mayChoose = useMayChoose()
  const navigate = useNavigate()
  const { filters, text, type, change } = useCopyFilters()
  const [sort, setSort] = useKept<(typeof copySorts)[number]>('copies.sort', 'accession_number')
  const copies = useRows('copies.search', { filters, sort })
  const cursor = useListCursor('copies.cursor', copies)
  const [isFiltering, setFiltering] = useState(false)
  const choice = useChoice({ keyOf, load: copies.load, allCount: null, listKey: copies.listKey })
  const preview = usePreview()
  const page = useRef<HTMLDivElement>(null)
  const columns = useCopyColumns()
  const focus = (selector: string) => page.current?.querySelector<HTMLElement>(selector)?.focus()
  useShortcut('/', () => focus('[type="search"]'))

  function onSearchKey(event: KeyboardEvent) {
    if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
    const only = copies.rowCount === 1 && !copies.isOutdated && text === filters.text && copies.rowAt(0)
    if (event.key === 'Enter' && only) void navigate(`/copies/${only.id}`)
    else focus('[role="grid"]')
    event.preventDefault()
  }
  return (
    <div className="page filled" ref={page}>
      <PageHeader title={t('copies.list.title')}>
        <CopyExport filters={filters} sort={sort} isIdle={copies.rowCount === 0} />
      </PageHeader>
      <HoldingTabs />
      <div className="row no-print">
        <SearchBox
          label={t('copies.list.search')}
          takesScans
          autoFocus
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onSearchKey}
        />
        <Button onClick={() => setFiltering(true)} aria-haspopup="dialog">
          {t('copies.list.filter')}
        </Button>
        <span className="spacer" />
        <IconButton
          icon="panel"
          label={t('copies.list.preview')}
          shortcut="F4"
          aria-pressed={preview.isShown}
          onClick={preview.toggle}
        />
      </div>
      <CopyChips filters={filters} onChange={change} />
      {filters.asOf && (
        <Notice icon="calendar" text={t('copies.list.asOf', { on: displayDate(filters.asOf) })} />
      )}
      <Failure of={copies.failure} />
      {mayChoose && choice.count > 0 && <CopyBulk copies={choice.rows} onClear={choice.clear} />}
      <div className="split">
        <Table
          label={t('copies.list.title')}
          name="copies"
          columns={columns}
          keyOf={keyOf}
          rowCount={copies.rowCount}
          rowAt={copies.rowAt}
          onShow={copies.show}
          at={cursor.at}
          jump={cursor.jump}
          onMove={cursor.move}
          listKey={copies.listKey}
          onOpen={(copy) => void navigate(`/copies/${copy.id}`)}
          total={copies.total}
          sort={{ by: sort, onChange: (by) => setSort(copySorts.find((known) => known === by) ?? sort) }}
          choice={mayChoose ? choice : undefined}
          isLoading={copies.isStarting}
          empty={<NothingHere isNarrowed={Object.keys(activeFilters(filters)).length > 0} />}
          foot={
            <span>
              <CopyCount total={copies.total} /> {filters.asOf && <TitleCount filters={filters} />}
            </span>
          }
        />
        {preview.isShown && cursor.row && <CopyPreview copy={cursor.row} />}
      </div>
      {isFiltering && (
        <CopyFilterDialog
          filters={filters}
          onClose={() => setFiltering(false)}
          onChange={(next) => {
            setFiltering(false)
            change(next)
          }}
          onClear={() => {
            setFiltering(false)
            change(noFilters)
          }}
        />
      )}
    </div>
  )
}

export function CopyCount({ total }: { total: { count: number; isExact: boolean } | undefined }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (!total) return null
  return (
    <span aria-live="polite">
      {t(total.isExact ? 'copies.list.count' : 'copies.list.countAbout', {
        count: total.count,
        shown: number(total.count),
      })}
    </span>
  )
}

/** Behind a figure of the stock stand copies; of how many titles is the figure beside it. */
function TitleCount({ filters }: { filters: CopyFilters }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { value } = useQuery('copies.countTitles', { filters })
  if (!value) return null
  return <span>{t('copies.list.titles', { count: value.titles, shown: number(value.titles) })}</span>
}

function NothingHere({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useTranslation()
  const can = useCan()
  if (isNarrowed) return <EmptyState icon="search" text={t('copies.list.nothingFound')} />
  return (
    <EmptyState icon="book" text={t('copies.list.empty')}>
      {can('copies.write') && (
        <Link className="button primary" to="/copies/vouchers">
          {t('copies.list.begin')}
        </Link>
      )}
    </EmptyState>
  )
}
