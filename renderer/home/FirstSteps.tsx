import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Permission } from '../../shared/users/rules.ts'
import type { Output } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { Icon, type IconName } from '../ui/icons.tsx'

type Begun = Output<'home.overview'>['begun']
type Step = { key: keyof Begun | 'opening' | 'profile'; icon: IconName; to: string; can: Permission }

const steps: readonly Step[] = [
  { key: 'profile', icon: 'settings', to: '/settings', can: 'settings.manage' },
  { key: 'holdings', icon: 'book', to: '/interchange', can: 'interchange.import' },
  { key: 'opening', icon: 'stack', to: '/stock/opening', can: 'stock.write' },
  { key: 'activities', icon: 'star', to: '/activities/new', can: 'activities.write' },
  { key: 'backup', icon: 'save', to: '/backup', can: 'backup.make' },
]

/** A library that has recorded nothing yet is told how to begin, each step for whoever may take it. */
export function FirstSteps({ begun }: { begun: Begun }) {
  const { t } = useTranslation()
  const can = useCan()
  const mine = steps.filter((step) => can(step.can))
  return (
    <section className="card first-steps">
      <h2>{t('home.firstSteps.title')}</h2>
      {mine.length === 0 && <p className="soft">{t('home.firstSteps.none')}</p>}
      <ol className="home-list">
        {mine.map(({ key, icon, to }) => {
          const isDone = key !== 'opening' && key !== 'profile' && begun[key]
          return (
            <li key={key}>
              <Icon name={isDone ? 'check' : icon} />
              <Link to={to}>{t(`home.firstSteps.${key}`)}</Link>
              <span className="soft small nowrap">{isDone ? t('home.firstSteps.done') : ''}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
