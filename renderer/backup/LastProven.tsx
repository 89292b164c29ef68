import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { useAgeText } from '../app/use-age-text.ts'
import { Icon } from '../ui/icons.tsx'
import { usePlaceName } from './use-place-name.ts'

type Props = { at: string | null; place: string }

/** How old the newest copy is that can be relied on, and where it lies. */
export function LastProven({ at, place }: Props) {
  const { t } = useTranslation()
  const age = useAgeText()
  const placeName = usePlaceName()
  if (!at) {
    return (
      <p className="fact warn">
        <Icon name="warning" />
        <span>{t('backup.page.never')}</span>
      </p>
    )
  }
  return (
    <div>
      <p className="soft">{t('backup.page.lastProven')}</p>
      <p className="row large">
        <Icon name="shield" />
        {displayInstant(at)} ({age(at)})
      </p>
      <p className="soft">{t('backup.page.atPlace', { name: placeName(place) })}</p>
    </div>
  )
}
