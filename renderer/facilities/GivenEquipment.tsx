import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { StateChip } from './StateChip.tsx'

const shownAtMost = 20

/** What the library owns by a gift or by a project, each as it is today; nothing where there is none. */
export function GivenEquipment({ filters }: { filters: { giftId: number } | { projectId: number } }) {
  const { t } = useTranslation()
  const can = useCan()
  return can('facilities.read') ? <Owned title={t('facilities.given.title')} filters={filters} /> : null
}

type Props = { title: string; filters: { giftId?: number; projectId?: number } }

function Owned({ title, filters }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const on = isoDateAt(Date.now())
  const { value, failure } = useQuery('facilities.equipment', {
    ...filters,
    on,
    withPast: true,
    limit: shownAtMost,
  })
  if (!value || value.total.count === 0) return <Failure of={failure} />
  const { rows, total } = value
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <ul className="given-list">
        {rows.map(({ id, name, inventoryNumber, state, roomName, siteName }) => (
          <li key={id}>
            <span className="nowrap number">{inventoryNumber || '–'}</span>
            <Link to={`/facilities/equipment/${id}`}>{name}</Link>
            <StateChip state={state} />
            <span className="soft">{[roomName, siteName].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
      {total.count > rows.length && (
        <p className="soft">
          {t('facilities.given.more', { shown: number(rows.length), count: number(total.count) })}
        </p>
      )}
    </section>
  )
}
