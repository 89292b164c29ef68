import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Notice } from '../ui/Notice.tsx'
import { useAbout } from './about.ts'
import { useCan } from './permissions.ts'

/** Files of the program that are not as they were packed, or words for this PC that could not be read. */
export function InstallationNotice() {
  const { t } = useTranslation()
  const about = useAbout()
  const can = useCan()
  const damaged = about?.selfTest?.problems.length ?? 0
  const unread = about?.policies.problems.length ?? 0
  if (damaged + unread === 0) return null
  return (
    <Notice icon="warning" text={t(damaged > 0 ? 'shell.installation.damaged' : 'shell.installation.unread')}>
      {can('settings.read') && <Link to="/settings/program">{t('shell.installation.look')}</Link>}
    </Notice>
  )
}
