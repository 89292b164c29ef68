import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { authorityKinds } from '../../shared/catalogue/contract.ts'
import { keptAddress, useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import type { RowOf } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { isComposing, useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { usePreview } from '../ui/use-preview.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { AuthorityDialog } from './AuthorityDialog.tsx'
import { AuthorityMergeDialog } from './AuthorityMergeDialog.tsx'
import { AuthorityPreview } from './AuthorityPreview.tsx'

type Row = RowOf<'catalogue.searchAuthorities'>
const keyOf = (row: Row) => row.id

/** Authors, subjects, series and publishers by the one form that the library uses of each. */
export function AuthorityListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const page = useRef<HTMLDivElement>(null)
  const { kind, setKind, text, typed, type } = useAuthoritySearch()
  const authorities = usePages('catalogue.searchAuthorities', { text, kind })
  const [selected, setSelected] = useKept<number | null>('authorities.selected', null)
  const preview = usePreview()
  const columns = useAuthorityColumns()
  const choice = useChoice<Row>({
    keyOf,
    load: (first, last) => authorities.rows.slice(first, last + 1),
    allCount: null,
    listKey: '',
  })
  const [dialog, setDialog] = useState<'add' | 'merge' | null>(null)
  const close = () => setDialog(null)
  useShortcut('/', () => page.current?.querySelector<HTMLElement>('[type="search"]')?.focus())
  function onSearchKey(event: KeyboardEvent) {
    if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
    event.preventDefault()
    page.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }
  return (
    <div className="page filled" ref={page}>
      <PageHeader
        title={t('catalogue.authorities.title')}
        back={{ to: keptAddress('/catalogue'), label: t('catalogue.list.title') }}
      >
        {can('catalogue.write') && (
          <Button kind="primary" icon="add" onClick={() => setDialog('add')}>
            {t('catalogue.authorities.add')}
          </Button>
        )}
      </PageHeader>
      <div className="row no-print">
        <SearchBox
          label={t('catalogue.authorities.search')}
          autoFocus
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onSearchKey}
        />
        <span className="spacer" />
        <InlineSelect
          label={t('catalogue.authorities.kind')}
          value={kind ?? ''}
          emptyLabel={t('catalogue.authorities.allKinds')}
          options={authorityKinds.map((code) => ({
            value: code,
            label: t(`catalogue.authorityKinds.${code}`),
          }))}
          onChange={setKind}
        />
        <IconButton
          icon="panel"
          label={t('catalogue.list.preview')}
          shortcut="F4"
          aria-pressed={preview.isShown}
          onClick={preview.toggle}
        />
      </div>
      {can('catalogue.write') && (
        <ChosenBar choice={choice}>
          <Button
            icon="join"
            disabled={choice.count < 2 || choice.count > 51}
            title={t('catalogue.authorities.mergeHint')}
            onClick={() => setDialog('merge')}
          >
            {t('catalogue.authorities.merge')}
          </Button>
        </ChosenBar>
      )}
      <Failure of={authorities.failure} />
      <div className="split">
        <Table
          label={t('catalogue.authorities.title')}
          name="authorities"
          columns={columns}
          rows={authorities.rows}
          keyOf={keyOf}
          selected={selected}
          onSelect={(row) => setSelected(row.id)}
          onOpen={(row) => {
            setSelected(row.id)
            if (!preview.isShown) preview.toggle()
          }}
          choice={can('catalogue.write') ? choice : undefined}
          hasMore={authorities.hasMore}
          onMore={authorities.more}
          isLoading={authorities.isStarting && !authorities.failure}
          empty={
            <EmptyState
              icon="people"
              text={
                text ? t('catalogue.authorities.nothingFound', { text }) : t('catalogue.authorities.empty')
              }
            />
          }
        />
        {preview.isShown && selected !== null && <AuthorityPreview key={selected} id={selected} />}
      </div>
      {dialog === 'add' && (
        <AuthorityDialog authority={null} kind={kind} onClose={close} onSaved={({ id }) => setSelected(id)} />
      )}
      {dialog === 'merge' && (
        <AuthorityMergeDialog
          rows={choice.rows}
          onClose={close}
          onDone={(kept) => {
            choice.clear()
            setSelected(kept.id)
            close()
          }}
        />
      )}
    </div>
  )
}

/** Text and kind live in the address, so going back finds them again. */
function useAuthoritySearch() {
  const [params, setParams] = useSearchParams()
  const [typed, type] = useSearchText()
  const text = useDeferredValue(typed)
  const kind = authorityKinds.find((known) => known === params.get('kind')) ?? null
  function setKind(code: string) {
    setParams({ ...(typed && { text: typed }), ...(code && { kind: code }) })
  }
  return { kind, setKind, text, typed, type }
}

function useAuthorityColumns(): Column<Row>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'heading',
        label: t('catalogue.authorities.heading'),
        widthPx: 260,
        grows: true,
        cell: (row) => row.heading,
      },
      {
        key: 'through',
        label: t('catalogue.authorities.through'),
        widthPx: 200,
        cell: (row) => <span className="soft">{row.through}</span>,
      },
      {
        key: 'kind',
        label: t('catalogue.authorities.kind'),
        widthPx: 140,
        cell: (row) => t(`catalogue.authorityKinds.${row.kind}`),
      },
      {
        key: 'titles',
        label: t('catalogue.authorities.titles'),
        widthPx: 90,
        align: 'end',
        cell: (row) => number(row.titles),
      },
    ],
    [t, number],
  )
}
