import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { PageFilters } from '../../shared/inspection/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Chip } from '../ui/Chip.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageList } from './PageList.tsx'
import { pagesAddress, readPageFilters } from './pages-address.ts'

/** The pages behind a figure. */
export function PageListPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const filters = readPageFilters(search)
  const { inspectionId } = filters
  const back =
    inspectionId === null
      ? { to: '/inspection/rates', label: t('inspection.menu.rates') }
      : { to: `/inspection/${inspectionId}`, label: t('inspection.menu.inspection') }
  const narrow = (change: Partial<PageFilters>) =>
    void navigate(pagesAddress({ ...filters, ...change }), { replace: true })
  useShortcut('Escape', () => void navigate(back.to))
  return (
    <div className="page filled">
      <PageHeader title={t('inspection.pages.title')} back={back} />
      <FilterChips filters={filters} onNarrow={narrow} />
      <PageList filters={filters} />
    </div>
  )
}

type ChipProps = { filters: PageFilters; onNarrow: (change: Partial<PageFilters>) => void }

/** What narrows the list, each to be taken away. */
function FilterChips({ filters, onNarrow }: ChipProps) {
  const { t } = useTranslation()
  const { verdict, kindId, worst, from, to, scannedById, machine } = filters
  const kinds = useQuery('inspection.kinds', {}).value ?? []
  const span = { from: from ?? '', to: to ?? '' }
  const rates = useQuery('inspection.rates', span, { isActive: from !== null && to !== null }).value
  const operator = rates?.operators.find(({ userId }) => userId === scannedById)?.name
  const chips: [key: string, text: string, change: Partial<PageFilters>][] = []
  if (verdict !== 'all') chips.push(['verdict', t(`inspection.pages.views.${verdict}`), { verdict: 'all' }])
  if (worst !== null) chips.push(['worst', t(`inspection.minutes.rows.${worst}`), { worst: null }])
  if (kindId !== null)
    chips.push(['kind', kinds.find(({ id }) => id === kindId)?.name ?? String(kindId), { kindId: null }])
  if (from !== null && to !== null)
    chips.push([
      'days',
      t('inspection.pages.days', { from: displayDate(from), to: displayDate(to) }),
      { from: null, to: null },
    ])
  if (scannedById !== null)
    chips.push([
      'scannedBy',
      t('inspection.pages.scannedBy', { name: operator || t('inspection.rates.nobody') }),
      { scannedById: null },
    ])
  if (machine !== null)
    chips.push([
      'machine',
      t('inspection.pages.machine', { machine: machine || t('inspection.rates.noMachine') }),
      { machine: null },
    ])
  if (chips.length === 0) return null
  return (
    <div className="row no-print">
      {chips.map(([key, text, change]) => (
        <Chip
          key={key}
          removeLabel={t('inspection.pages.anyMore', { text })}
          onRemove={() => onNarrow(change)}
        >
          {text}
        </Chip>
      ))}
    </div>
  )
}
