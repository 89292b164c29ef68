import { useRef, useState } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '../../renderer/ui/Button.tsx'
import { EmptyState } from '../../renderer/ui/EmptyState.tsx'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { InlineSelect } from '../../renderer/ui/InlineSelect.tsx'
import { Notice } from '../../renderer/ui/Notice.tsx'
import { PageHeader } from '../../renderer/ui/PageHeader.tsx'
import { SearchBox } from '../../renderer/ui/SearchBox.tsx'
import { Table, type Column } from '../../renderer/ui/Table.tsx'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import { fold } from '../../shared/fold.ts'
import { formerNames, provinceNames } from '../../shared/province-names.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Brought, ReportRow, ReportState } from '../office/contract.ts'
import { useAct, useAsked } from './asking.ts'
import { ExportLinks } from './ExportLinks.tsx'
import { useIsAdministrator } from './person.ts'
import { PeriodSelect, useChosenPeriod } from './PeriodSelect.tsx'

const states: ReportState[] = ['received', 'late', 'awaited', 'conflict']

/** Who has reported for a period and who has not. */
export function ReportsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { periods, period, row, choose, failure, isLoading } = useChosenPeriod()
  const query = period ? new URLSearchParams(period).toString() : null
  const reports = useAsked<ReportRow[]>(query && `/reports?${query}`)
  const [state, setState] = useState('')
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const columns = useColumns()
  const all = reports.value ?? []
  const wanted = fold(text)
  const rows = all.filter(
    (report) =>
      (state === '' || report.state === state) && fold(`${report.code} ${report.name}`).includes(wanted),
  )
  const counted = (which: ReportState) => all.filter((report) => report.state === which).length
  return (
    <div className="page filled">
      <PageHeader
        title={t('ministry.reports.title')}
        {...(row?.dueOn ? { hint: t('ministry.reports.due', { date: displayDate(row.dueOn) }) } : {})}
      >
        {query && <ExportLinks query={query} what="reports" />}
        <BringFiles />
      </PageHeader>
      <Failure of={failure ?? reports.failure} />
      {!isLoading && !period && !failure ? (
        <EmptyState icon="list" text={t('ministry.reports.none')}>
          <Button kind="primary" onClick={() => void navigate('/enrolments')}>
            {t('ministry.reports.begin')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <div className="row">
            {period && <PeriodSelect periods={periods} period={period} onChange={choose} />}
            <InlineSelect
              label={t('ministry.reports.columns.state')}
              value={state}
              emptyLabel={t('ministry.reports.all', { count: all.length })}
              options={states.map((value) => ({
                value,
                label: `${t(`ministry.reports.states.${value}`)} (${counted(value)})`,
              }))}
              onChange={setState}
            />
            <SearchBox
              label={t('ministry.reports.search')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <Table
            label={t('ministry.reports.title')}
            name="ministry.reports"
            columns={columns}
            keyOf={({ libraryId }) => libraryId}
            rows={rows}
            selected={selected}
            onSelect={({ libraryId }) => setSelected(libraryId)}
            onOpen={({ libraryId }) => void navigate(`/libraries/${libraryId}`)}
            isLoading={reports.isLoading}
            total={{ count: rows.length, isExact: true }}
            empty={t('ministry.reports.nobody')}
          />
        </>
      )}
    </div>
  )
}

function useColumns(): Column<ReportRow>[] {
  const { t } = useTranslation()
  const label = (
    key: 'code' | 'name' | 'province' | 'formerProvince' | 'state' | 'receivedAt' | 'revision',
  ) => t(`ministry.reports.columns.${key}`)
  return [
    { key: 'code', label: label('code'), widthPx: 90, cell: (row) => row.code },
    { key: 'name', label: label('name'), widthPx: 260, grows: true, cell: (row) => row.name },
    {
      key: 'province',
      label: label('province'),
      widthPx: 140,
      cell: (row) => provinceNames.get(row.provinceCode) ?? row.provinceCode,
    },
    {
      key: 'formerProvince',
      label: label('formerProvince'),
      widthPx: 160,
      cell: (row) => formerNames.get(row.formerProvinceCode) ?? row.formerProvinceCode,
    },
    {
      key: 'state',
      label: label('state'),
      widthPx: 200,
      cell: (row) => (
        <span className={`state-${row.state}`}>
          {t(`ministry.reports.states.${row.state}`)}
          {row.isMapped && ` · ${t('ministry.outcomes.mapped')}`}
        </span>
      ),
    },
    {
      key: 'receivedAt',
      label: label('receivedAt'),
      widthPx: 160,
      cell: (row) => row.receivedAt && displayInstant(row.receivedAt),
    },
    { key: 'revision', label: label('revision'), widthPx: 70, align: 'end', cell: (row) => row.revision },
  ]
}

function broughtText(t: TFunction, { outcome, answers, refusal }: Omit<Brought, 'name' | 'hash'>): string {
  if (outcome) return t(`ministry.outcomes.${outcome}`)
  return answers === null
    ? t(runtimeKey(`ministry.errors.${refusal ?? 'internal'}`))
    : t('ministry.bring.answers', { count: answers })
}

/** Packages and answers that came on a stick or by mail; each is told by name, taken or not. */
function BringFiles() {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [brought, setBrought] = useState<Brought[]>([])
  const { run, failure, isRunning } = useAct()
  const isAdministrator = useIsAdministrator()
  if (!isAdministrator) return null
  async function bring(files: readonly File[]) {
    setBrought([])
    for (const file of files) {
      const path = `/packages?name=${encodeURIComponent(file.name)}`
      const answer = await run<Brought>({ method: 'POST', path, body: file })
      if (!answer) return
      setBrought((all) => [...all, answer])
    }
  }
  return (
    <>
      <Button icon="attach" disabled={isRunning} onClick={() => input.current?.click()}>
        {t('ministry.bring.act')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('ministry.bring.act')}
        onChange={(event) => {
          void bring([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Failure of={failure} />
      {brought.map(({ name, outcome, answers, refusal }) => (
        <Notice
          key={name}
          icon={refusal ? 'warning' : 'check'}
          text={`${name}: ${broughtText(t, { outcome, answers, refusal })}`}
        />
      ))}
    </>
  )
}
