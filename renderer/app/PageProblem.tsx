import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'

/** A page that failed to draw, or whose code could not be fetched; the rest keeps working. */
export function PageProblem() {
  const { t } = useTranslation()
  return (
    <div className="page filled">
      <PageHeader title={t('shell.pages.problem.title')} />
      <EmptyState icon="warning" text={t('shell.pages.problem.text')}>
        <Button kind="primary" onClick={() => window.location.reload()}>
          {t('shell.pages.problem.reload')}
        </Button>
      </EmptyState>
    </div>
  )
}
