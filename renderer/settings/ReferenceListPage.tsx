import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { fold } from '../../shared/fold.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { isComposing, useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table } from '../ui/Table.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { referenceTabs, useReferenceTable, type ReferenceTab } from './use-reference-table.tsx'

export function ReferenceListPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const tab = referenceTabs.find((name) => name === search.get('list')) ?? 'province'
  return (
    <div className="page filled">
      <PageHeader title={t('settings.reference.title')} hint={t('settings.reference.hint')} />
      <div className="tabs-filled">
        <Tabs
          label={t('settings.reference.title')}
          tabs={referenceTabs.map((key) => ({ key, label: t(`settings.reference.tabs.${key}`) }))}
          current={tab}
          onChange={(list) => setSearch({ list }, { replace: true })}
        >
          <ReferenceTable key={tab} tab={tab} />
        </Tabs>
      </div>
    </div>
  )
}

function ReferenceTable({ tab }: { tab: ReferenceTab }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { rows, columns, failure, isLoading } = useReferenceTable(tab)
  const [typed, setTyped] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const wanted = fold(useDeferredValue(typed).trim())
  const found = wanted ? rows.filter((row) => row.folded.includes(wanted)) : rows
  const page = useRef<HTMLDivElement>(null)
  const focus = (selector: string) => page.current?.querySelector<HTMLElement>(selector)?.focus()
  useShortcut('/', () => focus('[type="search"]'))
  return (
    <div ref={page} className="panel-filled">
      <div className="row">
        <SearchBox
          label={t('settings.reference.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (isComposing(event) || event.key !== 'ArrowDown') return
            event.preventDefault()
            focus('[role="grid"]')
          }}
        />
      </div>
      <Failure of={failure} />
      <Table
        label={t(`settings.reference.tabs.${tab}`)}
        name={`reference.${tab}`}
        columns={columns}
        rows={found}
        keyOf={(row) => row.code}
        selected={selected}
        onSelect={(row) => setSelected(row.code)}
        total={{ count: found.length, isExact: true }}
        isLoading={isLoading}
        empty={<EmptyState icon="search" text={t('settings.reference.nothingFound', { text: typed })} />}
        foot={
          <span aria-live="polite">
            {t('settings.reference.count', {
              shown: number(found.length),
              total: number(rows.length),
            })}
          </span>
        }
      />
    </div>
  )
}
