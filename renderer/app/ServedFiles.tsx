import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice.tsx'
import { useServed } from './about.ts'

/** Where a folder or a disk is chosen from another PC: whose it would be. */
export function ServedFiles() {
  const { t } = useTranslation()
  const served = useServed()
  return served ? <Notice icon="warning" text={t('shell.served.files', { server: served.server })} /> : null
}
