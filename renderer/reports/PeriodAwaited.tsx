import { useTranslation } from 'react-i18next'
import type { Refusal } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { Awaited } from '../ui/Awaited.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PeriodChip } from './PeriodChip.tsx'
import { usePeriodName } from './use-period-name.ts'

type Props = {
  id: number
  failure: Refusal<'reports.period'> | null
  back: { to: string; label: string }
}

const lines = ['title', 'words', 'more', 'figures']

/** Which report it will be, while its figures and those of the periods beside it are counted. */
export function PeriodAwaited({ id, failure, back }: Props) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const period = useQuery('reports.periods', {}).value?.find((each) => each.id === id)
  const title = period
    ? t('reports.page.title', { period: periodName(period.period) })
    : t('reports.menu.period')
  return (
    <div className="page">
      <PageHeader title={title} back={back}>
        {period && <PeriodChip {...period} />}
      </PageHeader>
      <Failure of={failure} />
      {!failure && (
        <section className="card" aria-busy>
          <p role="status">{t('reports.page.counting')}</p>
          {lines.map((line) => (
            <Awaited key={line} />
          ))}
        </section>
      )}
    </div>
  )
}
