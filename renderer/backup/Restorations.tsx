import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { CopyField } from '../ui/CopyField.tsx'

type Props = { restorations: Output<'backup.status'>['restorations'] }

/** When the library began anew from a copy, and where what it replaced lies. */
export function Restorations({ restorations }: Props) {
  const { t } = useTranslation()
  if (restorations.length === 0) return null
  return (
    <>
      <h2>{t('backup.restore.history')}</h2>
      {restorations.map(({ id, fileName, restoredAt, aside }) => (
        <CopyField
          key={id}
          label={t('backup.restore.historyLine', { at: displayInstant(restoredAt), fileName })}
          text={aside}
        />
      ))}
    </>
  )
}
