import { use, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { HelpContext } from './help.ts'
import { Icon, type IconName } from './icons.tsx'

/** What will be here, the one button that begins, and where to read about it. */
export function EmptyState({ icon, text, children }: { icon: IconName; text: string; children?: ReactNode }) {
  const { t } = useTranslation()
  const help = use(HelpContext)
  return (
    <div className="empty">
      <Icon name={icon} />
      <p>{text}</p>
      {children && <div className="row">{children}</div>}
      {help !== null && (
        <Link className="small" to={help}>
          {t('ui.empty.handbook')}
        </Link>
      )}
    </div>
  )
}
