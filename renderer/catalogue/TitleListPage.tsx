import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { TitleRow } from '../../shared/catalogue/contract.ts'
import { useRows } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { TextHitsLine } from '../preservation/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { isComposing, useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { usePreview } from '../ui/use-preview.ts'
import { FacetPanel } from './FacetPanel.tsx'
import { FilterChips } from './FilterChips.tsx'
import { ShelfBar } from './ShelfBar.tsx'
import { TitleActionBar } from './TitleActionBar.tsx'
import { TitleCount } from './TitleCount.tsx'
import { TitleListEmpty } from './TitleListEmpty.tsx'
import { TitleListMenu } from './TitleListMenu.tsx'
import { TitleListTools } from './TitleListTools.tsx'
import { TitleInstead } from './TitleInstead.tsx'
import { TitlePreview } from './TitlePreview.tsx'
import { TitlesGone } from './TitlesGone.tsx'
import { selectionOf } from './selection.ts'
import { useTitleExport } from './TitleExport.tsx'
import { useFacets } from './use-facets.ts'
import { useFacetsShown } from './use-facets-shown.ts'
import { useTitleColumns } from './use-title-columns.tsx'
import { useTitleSearch } from './use-title-search.ts'

export function TitleListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const search = useTitleSearch()
  const titles = useRows('catalogue.search', search.search)
  const cursor = useListCursor('titles.cursor', titles)
  const choice = useChoice<TitleRow>({
    keyOf: (row) => row.id,
    load: titles.load,
    allCount: titles.total?.count ?? 0,
    listKey: titles.listKey,
  })
  const exported = useTitleExport({
    selection: selectionOf(choice, search.search),
    chosen: choice.count,
    found: titles.total,
  })
  const preview = usePreview()
  const facetsShown = useFacetsShown()
  const isSettled = search.typed === search.search.text && !titles.isOutdated
  const facets = useFacets(search.search, isSettled && !titles.isStarting, facetsShown.isShown)
  const page = useRef<HTMLDivElement>(null)
  const columns = useTitleColumns()

  function focus(selector: string) {
    page.current?.querySelector<HTMLElement>(selector)?.focus()
  }
  function open(row: TitleRow) {
    void navigate(`/catalogue/${row.id}`)
  }
  useShortcut('/', () => focus('[type="search"]'))

  function onSearchKey(event: KeyboardEvent) {
    if (isComposing(event)) return
    const only = titles.rowCount === 1 ? titles.rowAt(0) : undefined
    if (event.key === 'Enter' && isSettled && only) open(only)
    else if (event.key === 'ArrowDown' || event.key === 'Enter') focus('[role="grid"]')
    else return
    event.preventDefault()
  }
  return (
    <div className="page filled" ref={page}>
      <PageHeader title={t('catalogue.list.title')}>
        {exported.menu}
        <TitleListMenu />
        {can('catalogue.write') && (
          <Link className="button primary" to="/catalogue/new" title="N">
            <Icon name="add" />
            {t('catalogue.list.add')}
          </Link>
        )}
      </PageHeader>
      <TitleListTools {...{ search, onSearchKey, preview, facetsShown }} />
      <FilterChips search={search} />
      {!search.isNarrowed && <ShelfBar order={search.order} onGo={cursor.goTo} />}
      {titles.rowCount > 0 && <TitleInstead search={search} instead={titles.answer?.instead ?? []} />}
      <TitlesGone on={search.search.filters.countedOn} gone={titles.answer?.gone} />
      {isSettled && <TextHitsLine text={search.search.text} />}
      {exported.progress}
      <TitleActionBar choice={choice} search={search.search} load={titles.load} />
      <Failure of={titles.failure ?? facets.failure} />
      <div className="split">
        {facetsShown.isShown && titles.rowCount > 0 && <FacetPanel search={search} {...facets} />}
        <Table
          label={t('catalogue.list.title')}
          name="titles"
          columns={columns}
          keyOf={(row) => row.id}
          {...titles}
          onShow={titles.show}
          at={cursor.at}
          jump={cursor.jump}
          onMove={cursor.move}
          onOpen={open}
          sort={{ by: search.order, onChange: search.sort }}
          choice={choice}
          isLoading={titles.isStarting}
          empty={
            <TitleListEmpty
              search={search}
              answer={titles.answer}
              isWaiting={titles.isStarting || titles.failure !== null}
            />
          }
          foot={
            <TitleCount total={titles.total} counted={facets.isCurrent ? facets.counts?.total : undefined} />
          }
        />
        {preview.isShown && cursor.row && <TitlePreview row={cursor.row} />}
      </div>
    </div>
  )
}
