import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../ui/EmptyState.tsx'

const formats = ['marc', 'xml', 'text', 'table', 'packed'] as const

/** What an import is, what can be read, and the one button that begins. */
export function RunListEmpty() {
  const { t } = useTranslation()
  return (
    <EmptyState icon="switch" text={t('interchange.runs.empty')}>
      <div className="stack import-formats">
        <ul className="dotted">
          {formats.map((format) => (
            <li key={format}>{t(`interchange.formats.${format}`)}</li>
          ))}
        </ul>
        <Link className="button primary" to="/interchange/new">
          {t('interchange.runs.begin')}
        </Link>
      </div>
    </EmptyState>
  )
}
