import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { useKept } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { RecordHistory } from '../journal/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { MinutesPart } from './MinutesPart.tsx'
import { OrderPart } from './OrderPart.tsx'
import { ProgressPart } from './ProgressPart.tsx'
import { SourcePart } from './SourcePart.tsx'
import { StateChip } from './StateChip.tsx'
import { StocktakeActions } from './StocktakeActions.tsx'
import { useStocktakeWords } from './use-stocktake-words.ts'
import { WaitingNotice } from './WaitingNotice.tsx'

export function StocktakePage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: stocktake, failure } = useQuery('stocktake.stocktake', { id })
  if (stocktake) return <StocktakeRecord key={id} stocktake={stocktake} />
  return (
    <div className="page">
      <PageHeader
        title={t('stocktake.menu.stocktake')}
        back={{ to: '/stocktake', label: t('stocktake.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

const parts = ['progress', 'sources', 'order', 'minutes', 'history'] as const
type Part = (typeof parts)[number]

/** One stocktake: what it counts, how far it is, and what it came to. */
function StocktakeRecord({ stocktake }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { scope } = useStocktakeWords()
  const isBegun = stocktake.state !== 'planned'
  const [part, setPart] = useKept<Part>(`stocktake.part.${stocktake.id}`, 'progress')
  const offered = parts.filter((each) => isBegun || each === 'progress' || each === 'history')
  const shown = offered.includes(part) ? part : 'progress'
  useShortcut('Escape', () => void navigate('/stocktake'))
  return (
    <div className="page">
      <PageHeader
        title={stocktake.name}
        hint={scope(stocktake)}
        back={{ to: '/stocktake', label: t('stocktake.list.title') }}
      >
        <StateChip state={stocktake.state} />
        <StocktakeActions stocktake={stocktake} />
      </PageHeader>
      <WaitingNotice stocktake={stocktake} />
      <Facts stocktake={stocktake} />
      <Tabs
        label={t('stocktake.tabs.label')}
        tabs={offered.map((key) => ({ key, label: t(`stocktake.tabs.${key}`) }))}
        current={shown}
        onChange={setPart}
      >
        {shown === 'progress' && <ProgressPart stocktake={stocktake} />}
        {shown === 'sources' && <SourcePart stocktake={stocktake} />}
        {shown === 'order' && <OrderPart stocktake={stocktake} />}
        {shown === 'minutes' && <MinutesPart stocktake={stocktake} />}
        {shown === 'history' && <RecordHistory of={[{ tableName: 'stocktake', rowId: stocktake.id }]} />}
      </Tabs>
    </div>
  )
}

function Facts({ stocktake }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { plannedFrom, plannedTo, openedAt, expected, closedOn, signedOn, minutesNumber, members } = stocktake
  const day = (date: string | null) => (date === null ? '…' : displayDate(date))
  const facts: [key: string, label: string, value: string, isWide?: boolean][] = [
    [
      'planned',
      t('stocktake.fields.planned'),
      plannedFrom === null && plannedTo === null ? '' : `${day(plannedFrom)} – ${day(plannedTo)}`,
    ],
    ['opened', t('stocktake.fields.openedAt'), openedAt === null ? '' : displayInstant(openedAt)],
    ['expected', t('stocktake.fields.expected'), expected === null ? '' : number(expected)],
    ['closed', t('stocktake.fields.closedOn'), closedOn === null ? '' : displayDate(closedOn)],
    ['minutes', t('stocktake.fields.minutesNumber'), minutesNumber],
    ['signed', t('stocktake.fields.signedOn'), signedOn === null ? '' : displayDate(signedOn)],
    [
      'members',
      t('stocktake.form.members'),
      members.map(({ name, duty }) => `${name} (${t(`stocktake.duties.${duty}`)})`).join('; '),
      true,
    ],
    ['basis', t('stocktake.fields.basis'), stocktake.basis, true],
    ['note', t('stocktake.fields.note'), stocktake.note, true],
  ]
  return (
    <PropertyList
      properties={facts
        .filter(([, , value]) => value !== '')
        .map(([key, label, value, isWide = false]) => ({ key, label, value, isWide }))}
    />
  )
}
