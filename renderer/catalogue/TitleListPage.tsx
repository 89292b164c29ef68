import { useDeferredValue, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { TitleRow } from '../../shared/catalogue/contract.ts'
import { useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { isComposing, useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table } from '../ui/Table.tsx'
import { usePreview } from '../ui/use-preview.ts'
import { TitleCount } from './TitleCount.tsx'
import { TitlePreview } from './TitlePreview.tsx'
import { useTitleColumns } from './use-title-columns.tsx'

export function TitleListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [typed, type] = useSearchText()
  const text = useDeferredValue(typed)
  const titles = usePages('catalogue.search', { text })
  const [selected, setSelected] = useKept<number | null>('titles.selected', null)
  const preview = usePreview()
  const page = useRef<HTMLDivElement>(null)
  const columns = useTitleColumns()
  const current = titles.rows.find((row) => row.id === selected)

  function focus(selector: string) {
    page.current?.querySelector<HTMLElement>(selector)?.focus()
  }
  function open(row: TitleRow) {
    void navigate(`/catalogue/${row.id}`)
  }
  useShortcut('/', () => focus('[type="search"]'))

  function onSearchKey(event: KeyboardEvent) {
    if (isComposing(event)) return
    const [only, ...others] = titles.rows
    const isSettled = typed === text && !titles.isOutdated
    if (event.key === 'Enter' && isSettled && only && others.length === 0) open(only)
    else if (event.key === 'ArrowDown' || event.key === 'Enter') focus('[role="grid"]')
    else return
    event.preventDefault()
  }
  return (
    <div className="page filled" ref={page}>
      <PageHeader title={t('catalogue.list.title')}>
        {can('catalogue.write') && (
          <Link className="button primary" to="/catalogue/new" title="N">
            <Icon name="add" />
            {t('catalogue.list.add')}
          </Link>
        )}
      </PageHeader>
      <div className="row no-print">
        <SearchBox
          label={t('catalogue.list.search')}
          autoFocus
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onSearchKey}
        />
        <span className="spacer" />
        <IconButton
          icon="panel"
          label={t('catalogue.list.preview')}
          shortcut="F4"
          aria-pressed={preview.isShown}
          onClick={preview.toggle}
        />
      </div>
      <Failure of={titles.failure} />
      <div className="split">
        <Table
          label={t('catalogue.list.title')}
          name="titles"
          columns={columns}
          rows={titles.rows}
          keyOf={(row) => row.id}
          selected={selected}
          onSelect={(row) => setSelected(row.id)}
          onOpen={open}
          total={titles.firstPage?.total}
          hasMore={titles.hasMore}
          onMore={titles.more}
          isLoading={titles.isStarting && !titles.failure}
          empty={<NothingHere text={text} />}
          foot={<TitleCount total={titles.firstPage?.total} />}
        />
        {preview.isShown && current && <TitlePreview row={current} />}
      </div>
    </div>
  )
}

function NothingHere({ text }: { text: string }) {
  const { t } = useTranslation()
  const can = useCan()
  if (text) return <EmptyState icon="search" text={t('catalogue.list.nothingFound', { text })} />
  return (
    <EmptyState icon="book" text={t('catalogue.list.empty')}>
      {can('catalogue.write') && (
        <Link className="button primary" to="/catalogue/new">
          {t('catalogue.list.addFirst')}
        </Link>
      )}
    </EmptyState>
  )
}
