import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '../ui/Notice.tsx'

/** Without a series no copy gets a number. */
export function SeriesNeeded() {
  const { t } = useTranslation()
  return (
    <Notice icon="info" text={t('copies.series.needed')}>
      <Link className="button primary" to="/copies/series">
        {t('copies.series.begin')}
      </Link>
    </Notice>
  )
}
