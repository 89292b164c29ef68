import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, isoDateAt, quarterOf } from '../../shared/dates.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import { fold } from '../../shared/fold.ts'
import type { OwnIndicator } from '../../shared/indicators/contract.ts'
import { ownFormulaText } from '../../shared/indicators/own-text.ts'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useSearchText } from '../app/use-search-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import type { Column } from '../ui/Table.tsx'
import { IndicatorTabs } from './IndicatorTabs.tsx'
import { OwnDialog } from './OwnDialog.tsx'
import { explainPath, useIndicatorTexts } from './use-indicator-texts.ts'

/** What the library counts besides the catalogue, without a program being written for it. */
export function OwnListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [text, setText] = useSearchText()
  const asked = useQuery('indicators.own', {})
  const withdraw = useCommand('indicators.withdrawOwn')
  const restore = useCommand('indicators.restoreOwn')
  const run = useJob('indicators.exportOwn')
  const words = fold(text.trim())
  const rows = (asked.value ?? []).filter(({ code, versions }) =>
    fold([code, ...versions.map(({ name }) => name)].join(' ')).includes(words),
  )
  return (
    <RegisterPage
      name="own-indicators"
      icon="chart"
      words={{
        title: t('indicators.own.title'),
        hint: t('indicators.own.hint'),
        empty: t('indicators.own.empty'),
        nothingFound: t('indicators.own.nothingFound'),
        add: t('indicators.own.add'),
        removed: ({ code }: OwnIndicator) => t('indicators.own.withdrawn', { code }),
      }}
      list={{
        rows,
        failure: asked.failure,
        hasMore: false,
        more: () => undefined,
        isStarting: asked.isLoading,
      }}
      columns={useColumns()}
      isNarrowed={text !== ''}
      mayWrite={can('reports.prepare')}
      tabs={<IndicatorTabs />}
      tools={<ListExport run={run} onStart={(format) => void run.start({ format })} />}
      filters={
        <div className="as-of-bar no-print">
          <SearchBox
            label={t('indicators.own.search')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      }
      dialog={(own, onClose) => <OwnDialog key={own?.id} own={own} onClose={onClose} />}
      removal={withdraw}
      onRemove={async ({ id, rev }) => {
        const answer = await withdraw.run({ id, rev, on: isoDateAt(Date.now()) })
        return answer.ok ? () => restore.run({ id, rev: answer.value.rev }) : null
      }}
    />
  )
}

function useColumns(): Column<OwnIndicator>[] {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  return useMemo(() => {
    const period = quarterPeriod(quarterOf(isoDateAt(Date.now())))
    const newest = ({ versions }: OwnIndicator) => versions[0]
    const formula = (own: OwnIndicator) => {
      const version = newest(own)
      return version ? ownFormulaText(t, version.formula) : ''
    }
    return [
      { key: 'code', label: t('indicators.columns.code'), widthPx: 96, cell: ({ code }) => code },
      {
        key: 'name',
        label: t('indicators.columns.name'),
        widthPx: 220,
        grows: true,
        cell: ({ code }) => (
          <Link to={explainPath(code, period)} title={texts.name(code)}>
            {texts.name(code)}
          </Link>
        ),
      },
      { key: 'unit', label: t('indicators.columns.unit'), widthPx: 84, cell: ({ code }) => texts.unit(code) },
      {
        key: 'formula',
        label: t('indicators.own.fields.formula'),
        widthPx: 260,
        grows: true,
        cell: (own) => <span title={formula(own)}>{formula(own)}</span>,
      },
      {
        key: 'fromOn',
        label: t('indicators.own.fields.fromOn'),
        widthPx: 108,
        cell: (own) => displayDate(newest(own)?.fromOn ?? ''),
      },
      {
        key: 'version',
        label: t('indicators.facts.version'),
        widthPx: 104,
        align: 'end',
        cell: (own) => newest(own)?.version,
      },
      {
        key: 'state',
        label: t('indicators.own.fields.state'),
        widthPx: 150,
        cell: ({ withdrawnOn }) =>
          withdrawnOn === null ? (
            <Chip tone="good">{t('indicators.own.inUse')}</Chip>
          ) : (
            <Chip>{t('indicators.own.withdrawnFrom', { on: displayDate(withdrawnOn) })}</Chip>
          ),
      },
    ]
  }, [t, texts])
}
