import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { CopyField } from '../ui/CopyField.tsx'
import { Icon } from '../ui/icons.tsx'
import { LastProven } from './LastProven.tsx'
import { Restorations } from './Restorations.tsx'

const checks = ['readable', 'linked', 'chained', 'filed'] as const

/** What can be relied on, and what the words mean. */
export function BackupSide({ status }: { status: Output<'backup.status'> }) {
  const { t } = useTranslation()
  return (
    <>
      <LastProven at={status.lastProvenAt} place={status.lastProvenPlace} />
      {status.faulty > 0 && (
        <p className="fact warn">
          <Icon name="warning" />
          <span>{t('backup.page.faulty', { count: status.faulty })}</span>
        </p>
      )}
      <CopyField label={t('backup.page.folder')} hint={t('backup.page.carry')} text={status.folder} />
      <Restorations restorations={status.restorations} />
      <h2>{t('backup.page.meaning')}</h2>
      <p>{t('backup.page.meaningText')}</p>
      <ul className="dotted">
        {checks.map((check) => (
          <li key={check}>{t(`backup.page.checks.${check}`)}</li>
        ))}
      </ul>
    </>
  )
}
