import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import type { ReportAnnex } from '../../shared/reports/annexes.ts'
import { InLanguage, InScreenLanguage } from '../app/InLanguage.tsx'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { AnnexChoice } from './AnnexChoice.tsx'
import { AnnexTables } from './AnnexTables.tsx'
import { FigureTable } from './FigureTable.tsx'
import { NotedFigures } from './NotedFigures.tsx'
import { PeriodSheet } from './PeriodSheet.tsx'
import type { RegisterForm } from './use-open-forms.ts'

type Period = Output<'reports.period'>

/** The report and what goes along with it, one beside the other, each as it will be printed. */
export function ReportParts({ period, register }: { period: Period; register: RegisterForm }) {
  const { t } = useTranslation()
  const { value: annexes, failure } = useQuery('reports.annexes', { id: period.id })
  const [shown, show] = useState('report')
  const keyed = (annexes ?? []).map((annex, at) => ({ annex, key: annex.name ?? `${at}` }))
  const tabs = [
    { key: 'report', label: t('reports.annexPart.report') },
    ...keyed.map(({ annex, key }) => ({
      key,
      label: annex.name ? t(`reports.annexTabs.${annex.name}`) : annex.title,
      hint: annex.title,
    })),
  ]
  const open = keyed.find(({ key }) => key === shown)
  return (
    <div className="report-parts">
      <Failure of={failure} />
      <Tabs
        label={t('reports.annexPart.label')}
        tabs={tabs}
        current={open ? shown : 'report'}
        onChange={show}
      >
        {/* What is typed in the report stays there while an annex is looked at. */}
        <div hidden={open !== undefined}>
          <PeriodSheet period={period} register={register} />
        </div>
        {open && <AnnexSheet annex={open.annex} period={period} />}
      </Tabs>
    </div>
  )
}

function AnnexSheet({ annex, period }: { annex: ReportAnnex; period: Period }) {
  return (
    <article className="sheet annex-sheet" aria-label={annex.title} lang={period.sheet.language}>
      <InLanguage language={period.sheet.language}>
        <header className="sheet-title">
          <h2>{annex.title}</h2>
        </header>
        <InScreenLanguage>
          {annex.name && <AnnexChoice name={annex.name} isEmpty={annex.isEmpty} period={period} />}
        </InScreenLanguage>
        {annex.name === 'figures' ? (
          <>
            <FigureTable period={period} />
            <NotedFigures figures={period.figures} />
            <AnnexTables tables={annex.tables.filter(({ drawing }) => drawing !== null)} />
          </>
        ) : (
          <AnnexTables tables={annex.tables} />
        )}
      </InLanguage>
    </article>
  )
}
