import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '../ui/Notice.tsx'

/** Types that have records of their own since; what was entered under them before stays as it is. */
const places = { E17: '/rotation/sessions', E18: '/rotation' } as const

export function TravelNotice({ typeCode }: { typeCode: string | null }) {
  const { t } = useTranslation()
  if (typeCode !== 'E17' && typeCode !== 'E18') return null
  return (
    <Notice text={t(`activities.form.keptElsewhere.${typeCode}`)}>
      <Link to={places[typeCode]}>{t('activities.form.keptElsewhere.open')}</Link>
    </Notice>
  )
}
