import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'

const views = ['rows', 'change', 'leftOut'] as const
export type ExplainView = (typeof views)[number]

/** Which view of a figure the address asks for. */
export function useExplainView(): ExplainView {
  const asked = useSearchParams()[0].get('view')
  return views.find((view) => view === asked) ?? 'rows'
}

/** The rows of a figure, why it changed, or what was not counted; the address says which, so that going back finds it again. */
export function ExplainTabs({ code, view }: { code: string; view: ExplainView }) {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const address = (to: ExplainView) => {
    const next = new URLSearchParams(search)
    if (to === 'rows') next.delete('view')
    else next.set('view', to)
    return `/indicators/${code}?${next.toString()}`
  }
  return (
    <nav className="link-tabs no-print" aria-label={t('indicators.explain.tabs')}>
      {views.map((each) => (
        <Link key={each} to={address(each)} replace aria-current={each === view ? 'page' : undefined}>
          {t(`indicators.explain.${each}Tab`)}
        </Link>
      ))}
    </nav>
  )
}
