import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from './icons.tsx'

type Props = { title: string; hint?: string; back?: { to: string; label: string }; children?: ReactNode }

/** The page's one h1 and its buttons; also names the window. */
export function PageHeader({ title, hint, back, children }: Props) {
  const { t } = useTranslation()
  const product = t('common.product')
  useEffect(() => {
    document.title = `${title} – ${product}`
  }, [title, product])
  return (
    <header className="page-header">
      <div className="titles">
        {back && (
          <Link className="back" to={back.to}>
            <Icon name="back" />
            <span className="text">{back.label}</span>
          </Link>
        )}
        <h1>{title}</h1>
        {hint && <p className="soft">{hint}</p>}
      </div>
      {children && <div className="actions">{children}</div>}
    </header>
  )
}
