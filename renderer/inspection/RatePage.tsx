import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { daysAfter } from '../../shared/digitization/rules.ts'
import { fewestForShare } from '../../shared/inspection/rules.ts'
import { useQuery } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RateTable } from './RateTable.tsx'
import { useShareText } from './use-share-text.ts'

const usualDays = 90

/** How often scanning went wrong, by who did it and on what, with what the numbers can and cannot say. */
export function RatePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const share = useShareText()
  const [search, setSearch] = useSearchParams()
  const today = isoDateAt(Date.now())
  const to = search.get('to') ?? today
  const from = search.get('from') ?? daysAfter(today, -usualDays)
  const projectId = Number(search.get('project')) || null
  const projects = useQuery('digitization.projects', {}).value ?? []
  const { value: rates, failure } = useQuery(
    'inspection.rates',
    { from, to, projectId },
    { keepsPrevious: true },
  )
  function put(name: string, value: string | null) {
    const next = new URLSearchParams(search)
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true })
  }
  useShortcut('Escape', () => void navigate('/inspection'))
  const days = { from, to, projectId }
  return (
    <div className="page">
      <PageHeader
        title={t('inspection.rates.title')}
        hint={t('inspection.rates.hint')}
        back={{ to: '/inspection', label: t('inspection.list.title') }}
      />
      <div className="row no-print rate-days">
        <DateField label={t('inspection.rates.from')} value={from} onChange={(day) => put('from', day)} />
        <DateField label={t('inspection.rates.to')} value={to} onChange={(day) => put('to', day)} />
        <InlineSelect
          label={t('digitization.fields.project')}
          value={projectId === null ? '' : String(projectId)}
          emptyLabel={t('digitization.list.anyProject')}
          options={projects.map(({ id, name, year }) => ({ value: String(id), label: `${year} · ${name}` }))}
          onChange={(value) => put('project', value)}
        />
      </div>
      <Failure of={failure} />
      {rates && rates.total.pages === 0 && <EmptyState icon="chart" text={t('inspection.rates.empty')} />}
      {rates && rates.total.pages > 0 && (
        <>
          <p>
            {[
              share(rates.total),
              ...(rates.total.pages < fewestForShare ? [t('inspection.rates.few')] : []),
            ].join('. ')}
          </p>
          <RateTable
            title={t('inspection.rates.operators')}
            head={t('inspection.fields.scannedBy')}
            kinds={rates.kinds}
            rows={rates.operators.map(({ userId, name, ...rate }) => ({
              key: String(userId),
              name: name || t('inspection.rates.nobody'),
              filters: { ...days, scannedById: userId ?? ('nobody' as const) },
              rate,
            }))}
          />
          <RateTable
            title={t('inspection.rates.machines')}
            head={t('digitization.fields.machine')}
            kinds={rates.kinds}
            rows={rates.machines.map(({ machine, ...rate }) => ({
              key: machine,
              name: machine || t('inspection.rates.noMachine'),
              filters: { ...days, machine },
              rate,
            }))}
          />
        </>
      )}
    </div>
  )
}
