import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useKept } from '../app/kept.ts'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { isComposing, useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { usePreview } from '../ui/use-preview.ts'
import { InterchangeTabs } from './InterchangeTabs.tsx'
import { PoolDialog } from './PoolDialog.tsx'
import { PoolPreview } from './PoolPreview.tsx'
import { PoolTable } from './PoolTable.tsx'
import { PoolResults, type PoolRow } from './PoolResults.tsx'
import { RunProgress } from './RunProgress.tsx'

/** Other libraries' records kept beside the catalogue: found by ISBN or by words, and taken over with one key. */
export function PoolListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const pools = useQuery('interchange.pools', {})
  const add = useJob('interchange.addPool')
  const [isAdding, setAdding] = useState(false)
  const [text, setText] = useKept('pools.text', '')
  const asked = useDeferredValue(text.trim())
  const found = useQuery(
    'interchange.searchPools',
    { text: asked, limit: shownAtMost },
    { isActive: asked !== '', keepsPrevious: true },
  )
  const [selected, setSelected] = useKept<number | null>('pools.selected', null)
  const preview = usePreview()
  const page = useRef<HTMLDivElement>(null)
  const mayAdd = can('interchange.import')
  const rows = asked === '' ? [] : (found.value ?? [])
  const current = rows.find(({ id }) => id === selected)
  const focus = (selector: string) => page.current?.querySelector<HTMLElement>(selector)?.focus()
  useShortcut('/', () => focus('[type="search"]'))

  function open({ id, titleId }: PoolRow) {
    if (titleId !== null) void navigate(`/catalogue/${titleId}`)
    else if (can('catalogue.write')) void navigate(`/catalogue/new?pool=${id}`)
  }
  function onSearchKey(event: KeyboardEvent) {
    if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
    const [only] = rows
    const isSettled = asked === text.trim() && !found.isFetching
    if (event.key === 'Enter' && isSettled && only && rows.length === 1) open(only)
    else focus('[role="grid"]')
    event.preventDefault()
  }
  const isEmpty = pools.value?.length === 0
  return (
    <div className="page filled" ref={page}>
      <PageHeader title={t('interchange.pools.title')} hint={t('interchange.pools.hint')}>
        {mayAdd && !isEmpty && (
          <Button kind="primary" icon="add" disabled={add.isRunning} onClick={() => setAdding(true)}>
            {t('interchange.pools.add')}
          </Button>
        )}
      </PageHeader>
      <InterchangeTabs />
      <Failure of={pools.failure ?? found.failure} />
      <RunProgress run={add} unit="bytes" />
      {add.output && (
        <Notice
          icon="check"
          text={t('interchange.pools.added', {
            shown: number(add.output.records),
            unread: number(add.output.unread),
          })}
        />
      )}
      {isEmpty ? (
        <div className="table">
          <EmptyState icon="book" text={t('interchange.pools.empty')}>
            {mayAdd && !add.isRunning && (
              <Button kind="primary" onClick={() => setAdding(true)}>
                {t('interchange.pools.addFirst')}
              </Button>
            )}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="row no-print">
            <SearchBox
              label={t('interchange.pools.search')}
              autoFocus
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onSearchKey}
            />
            <span className="spacer" />
            <IconButton
              icon="panel"
              label={t('interchange.pools.preview')}
              shortcut="F4"
              aria-pressed={preview.isShown}
              onClick={preview.toggle}
            />
          </div>
          {asked === '' ? (
            <PoolTable pools={pools.value ?? []} isLoading={pools.isLoading} mayRemove={mayAdd} />
          ) : (
            <div className="split">
              <PoolResults
                rows={rows}
                text={asked}
                selected={selected}
                isWaiting={found.isLoading || found.failure !== null}
                limit={shownAtMost}
                onSelect={setSelected}
                onOpen={open}
              />
              {preview.isShown && current && <PoolPreview row={current} onUse={() => open(current)} />}
            </div>
          )}
        </>
      )}
      {isAdding && (
        <PoolDialog
          taken={(pools.value ?? []).map(({ name }) => name)}
          onClose={() => setAdding(false)}
          onAdd={(input) => {
            setAdding(false)
            void add.start(input)
          }}
        />
      )}
    </div>
  )
}

const shownAtMost = 100
