import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, isoDateAt, quarterOf } from '../../shared/dates.ts'
import { periodBetween, quarterPeriod } from '../../shared/periods.ts'
import type { GivenRow } from '../../shared/indicators/contract.ts'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import type { Column } from '../ui/Table.tsx'
import { GivenDialog } from './GivenDialog.tsx'
import { IndicatorTabs } from './IndicatorTabs.tsx'
import { useGivenWords } from './use-given-words.ts'
import { explainPath, useIndicatorTexts } from './use-indicator-texts.ts'

const yearsShown = 12

/** Every figure that people gave where no record tells it. */
export function GivenListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const { search, narrow } = useAsOf()
  const [text, setText] = useSearchText()
  const today = isoDateAt(Date.now())
  const year = Number(search.get('year')) || null
  const filters = { text, year }
  const list = usePages('indicators.given', filters)
  const remove = useCommand('indicators.removeGiven')
  const restore = useCommand('indicators.restoreGiven')
  const run = useJob('indicators.exportGiven')
  const thisYear = Number(today.slice(0, 4))
  return (
    <RegisterPage
      name="given"
      icon="edit"
      words={{
        title: t('indicators.given.title'),
        hint: t('indicators.given.hint'),
        empty: t('indicators.given.empty'),
        nothingFound: t('indicators.given.nothingFound'),
        add: t('indicators.given.add'),
        removed: ({ code }: GivenRow) => t('indicators.given.removed', { name: code }),
      }}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || year !== null}
      mayWrite={can('reports.prepare')}
      tabs={<IndicatorTabs />}
      tools={<ListExport run={run} onStart={(format) => void run.start({ filters, format })} />}
      filters={
        <div className="as-of-bar no-print">
          <SearchBox
            label={t('indicators.given.search')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <InlineSelect
            label={t('indicators.given.fields.year')}
            emptyLabel={t('indicators.given.anyYear')}
            value={year === null ? '' : String(year)}
            options={Array.from({ length: yearsShown }, (_, at) => String(thisYear - at)).map((each) => ({
              value: each,
              label: each,
            }))}
            onChange={(chosen) => narrow({ year: chosen })}
          />
        </div>
      }
      dialog={(given, onClose) => (
        <GivenDialog
          key={given?.id}
          given={given}
          start={{ code: '', period: quarterPeriod(quarterOf(today)) }}
          onClose={onClose}
        />
      )}
      removal={remove}
      onRemove={async ({ id, rev }) => {
        const answer = await remove.run({ id, rev })
        return answer.ok ? () => restore.run(answer.value) : null
      }}
    />
  )
}

const tones = { counts: 'good', signed: 'plain', set_aside: 'warn' } as const

function useColumns(): Column<GivenRow>[] {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const words = useGivenWords()
  return useMemo(
    () => [
      { key: 'code', label: t('indicators.columns.code'), widthPx: 84, cell: ({ code }) => code },
      {
        key: 'name',
        label: t('indicators.columns.name'),
        widthPx: 180,
        grows: true,
        cell: ({ code, fromOn, untilOn }) => {
          const period = periodBetween(fromOn, untilOn)
          const name = texts.name(code)
          return period ? (
            <Link to={explainPath(code, period.period)} title={name}>
              {name}
            </Link>
          ) : (
            name
          )
        },
      },
      { key: 'span', label: t('indicators.given.fields.span'), widthPx: 104, cell: (row) => words.span(row) },
      {
        key: 'value',
        label: t('indicators.given.fields.value'),
        widthPx: 96,
        align: 'end',
        cell: (row) => words.stated(row),
      },
      { key: 'unit', label: t('indicators.columns.unit'), widthPx: 72, cell: ({ code }) => texts.unit(code) },
      {
        key: 'reason',
        label: t('indicators.given.fields.reason'),
        widthPx: 172,
        grows: true,
        cell: ({ reason }) => <span title={reason}>{reason}</span>,
      },
      {
        key: 'proof',
        label: t('indicators.given.fields.proof'),
        widthPx: 104,
        cell: ({ proof }) => proof && <span title={proof}>{proof}</span>,
      },
      {
        key: 'by',
        label: t('indicators.given.fields.givenBy'),
        widthPx: 116,
        cell: ({ givenBy, givenAt }) => (
          <span title={displayDate(isoDateAt(Date.parse(givenAt)))}>{givenBy}</span>
        ),
      },
      {
        key: 'use',
        label: t('indicators.given.fields.use'),
        widthPx: 150,
        cell: ({ use }) => <Chip tone={tones[use]}>{t(`indicators.given.uses.${use}`)}</Chip>,
      },
    ],
    [t, texts, words],
  )
}
