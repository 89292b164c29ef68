import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/CopyField.tsx'

/** Where the copies are, and that they must also be elsewhere. */
export function BackupFolder({ folder }: { folder: string }) {
  const { t } = useTranslation()
  const words = {
    copy: t('backup.page.copy'),
    copied: t('backup.page.copied'),
    manual: t('backup.page.manual'),
  }
  return (
    <CopyField label={t('backup.page.folder')} hint={t('backup.page.carry')} text={folder} words={words} />
  )
}
