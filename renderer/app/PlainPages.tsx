import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

function PlainPage({ name }: { name: 'unknown' | 'forbidden' }) {
  const { t } = useTranslation()
  return (
    <div className="page filled">
      <PageHeader title={t(`shell.pages.${name}.title`)} />
      <EmptyState icon="info" text={t(`shell.pages.${name}.text`)}>
        <Link className="button" to="/">
          {t('shell.pages.toStart')}
        </Link>
      </EmptyState>
    </div>
  )
}

export function UnknownPage() {
  return <PlainPage name="unknown" />
}

export function ForbiddenPage() {
  return <PlainPage name="forbidden" />
}
