import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'

export type RunTab = 'overview' | 'records' | 'words' | 'vanished' | 'used'
type Tab = { key: RunTab; count: number | null }

/** The parts of a run that have something to show. */
export function tabsOf({ state, counts, options }: ImportRun): Tab[] {
  const lines = Object.values(counts.byVerdict).reduce((sum, count) => sum + count, 0)
  const isStaged = state === 'staged'
  return [
    { key: 'overview', count: null },
    { key: 'records', count: lines },
    ...(isStaged && counts.unknownValues.length > 0
      ? [{ key: 'words', count: counts.unknownValues.length } as const]
      : []),
    ...(isStaged && options.kind === 'refresh' ? [{ key: 'vanished', count: counts.vanished } as const] : []),
    ...(state === 'written' ? [{ key: 'used', count: null } as const] : []),
  ]
}

export function tabIn(tabs: readonly Tab[], named: string): RunTab {
  return tabs.find(({ key }) => key === named)?.key ?? 'overview'
}

export function runPath(runId: number, tab: RunTab = 'overview'): string {
  return tab === 'overview' ? `/interchange/${runId}` : `/interchange/${runId}/${tab}`
}

export function RunTabs({ runId, tabs, current }: { runId: number; tabs: Tab[]; current: RunTab }) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <nav className="link-tabs no-print" aria-label={t('interchange.run.tabs.label')}>
      {tabs.map(({ key, count }) => (
        <Link key={key} to={runPath(runId, key)} replace aria-current={key === current ? 'page' : undefined}>
          {t(`interchange.run.tabs.${key}`)}
          {count !== null && <span className="soft number"> {number(count)}</span>}
        </Link>
      ))}
    </nav>
  )
}
