import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'

/** The rows of a figure, or why it changed; the address says which, so that going back finds it again. */
export function ExplainTabs({ code, isChange }: { code: string; isChange: boolean }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const address = (view: 'rows' | 'change') => {
    const next = new URLSearchParams(search)
    if (view === 'rows') next.delete('view')
    else next.set('view', view)
    return `/indicators/${code}?${next.toString()}`
  }
  return (
    <nav className="link-tabs no-print" aria-label={t('indicators.explain.tabs')}>
      <Link to={address('rows')} replace aria-current={isChange ? undefined : 'page'}>
        {t('indicators.explain.rowsTab')}
      </Link>
      <Link to={address('change')} replace aria-current={isChange ? 'page' : undefined}>
        {t('indicators.explain.changeTab')}
      </Link>
    </nav>
  )
}
