import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import { lotWords } from '../../shared/inspection/lot-words.ts'
import type { Output } from '../app/operation-types.ts'
import { useKept } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { RecordHistory } from '../journal/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList, type Property } from '../ui/PropertyList.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { InspectionActs } from './InspectionActs.tsx'
import { MinutesPart } from './MinutesPart.tsx'
import { PageList } from './PageList.tsx'
import { RescanPart } from './RescanPart.tsx'
import { ResultPart } from './ResultPart.tsx'
import { StandingChip } from './StandingChip.tsx'

export type InspectionRecord = Output<'inspection.inspection'>

export function InspectionPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: inspection, failure } = useQuery('inspection.inspection', { id }, { keepsPrevious: true })
  if (inspection?.id === id) return <InspectionFile key={id} inspection={inspection} />
  return (
    <div className="page">
      <PageHeader
        title={t('inspection.menu.inspection')}
        back={{ to: '/inspection', label: t('inspection.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

const parts = ['results', 'pages', 'rescan', 'minutes', 'history'] as const
type Part = (typeof parts)[number]

/** One inspection: its lot and plan, what was found, what goes back, and the paper. */
function InspectionFile({ inspection }: { inspection: InspectionRecord }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [part, setPart] = useKept<Part>(`inspection.part.${inspection.id}`, 'results')
  useShortcut('Escape', () => void navigate('/inspection'))
  return (
    <div className="page">
      <PageHeader
        title={inspection.name}
        hint={lotWords(inspection, t)}
        back={{ to: '/inspection', label: t('inspection.list.title') }}
      >
        <StandingChip inspection={inspection} />
        <InspectionActs inspection={inspection} />
      </PageHeader>
      <PlanFacts inspection={inspection} />
      <Tabs
        label={t('inspection.parts.label')}
        tabs={parts.map((key) => ({ key, label: t(`inspection.parts.${key}`) }))}
        current={part}
        onChange={setPart}
      >
        {part === 'results' && <ResultPart inspection={inspection} />}
        {part === 'pages' && <PageList filters={{ inspectionId: inspection.id }} isOwn />}
        {part === 'rescan' && <RescanPart inspection={inspection} />}
        {part === 'minutes' && <MinutesPart inspection={inspection} />}
        {part === 'history' && <RecordHistory of={[{ tableName: 'inspection', rowId: inspection.id }]} />}
      </Tabs>
    </div>
  )
}

/** The plan as it was recorded at the drawing. */
function PlanFacts({ inspection }: { inspection: InspectionRecord }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { jobs, population, uncounted, counts, seed, sizeBy, sizeValue, drawnAt, drawnBy } = inspection
  const properties: Property[] = [
    {
      key: 'population',
      label: t('inspection.fields.population'),
      value: t('inspection.fields.lotSize', { jobs: number(jobs), pages: number(population) }),
    },
    {
      key: 'size',
      label: t('inspection.fields.size'),
      value: t('inspection.fields.sample', {
        size: number(counts.size),
        by: t(`inspection.minutes.sizeBy.${sizeBy}`, { value: number(sizeValue ?? 0) }),
      }),
    },
    { key: 'seed', label: t('inspection.fields.seed'), value: <span className="number">{seed}</span> },
    {
      key: 'drawnAt',
      label: t('inspection.fields.drawnAt'),
      value: [displayInstant(drawnAt), drawnBy].filter(Boolean).join(', '),
    },
    {
      key: 'follows',
      label: t('inspection.fields.follows'),
      value: inspection.followsId !== null && (
        <Link to={`/inspection/${inspection.followsId}`}>{inspection.followsName}</Link>
      ),
    },
    {
      key: 'followedBy',
      label: t('inspection.fields.followedBy'),
      value: inspection.followedBy.length > 0 && (
        <>
          {inspection.followedBy.map(({ id, name }) => (
            <Link key={id} to={`/inspection/${id}`}>
              {name}
            </Link>
          ))}
        </>
      ),
    },
    {
      key: 'uncounted',
      label: t('inspection.fields.uncounted'),
      value: uncounted > 0 && number(uncounted),
    },
    {
      key: 'closedOn',
      label: t('inspection.fields.closedOn'),
      value: inspection.closedOn !== null && displayDate(inspection.closedOn),
    },
    { key: 'reopened', label: t('inspection.fields.reopenReason'), value: inspection.reopenReason },
    {
      key: 'conclusion',
      label: t('inspection.fields.conclusion'),
      value: inspection.conclusion,
      isWide: true,
    },
  ]
  return <PropertyList properties={properties.filter(({ value }) => value !== '' && value !== false)} />
}
