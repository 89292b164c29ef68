import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptBackup } from '../../shared/backup/contract.ts'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { HoldDialog } from './HoldDialog.tsx'

type Props = { backup: KeptBackup; folder: string | null }

/** One copy: why it was made, how long it stays and who says so. */
export function CopyDetails({ backup, folder }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const hold = useCommand('backup.hold')
  const [isHolding, setHolding] = useState(false)
  const { id, heldFor, fileName, cause, checkedAt, provenAt, expiresOn, reasons, exportName } = backup
  async function letGo() {
    const answer = await hold.run({ id, heldFor: '' })
    if (answer.ok)
      toast({ text: t('backup.hold.letGoDone'), onUndo: async () => void (await hold.run({ id, heldFor })) })
  }
  return (
    <section className="stack" aria-label={t('backup.copy.title')}>
      <h2>{t('backup.copy.title')}</h2>
      <PropertyList
        isNarrow
        properties={[
          { key: 'fileName', label: t('backup.list.fileName'), value: fileName },
          { key: 'cause', label: t('backup.copy.cause'), value: t(`backup.causes.${cause}`) },
          {
            key: 'checkedAt',
            label: t('backup.copy.checkedAt'),
            value: checkedAt || provenAt ? displayInstant(checkedAt ?? provenAt ?? '') : '',
          },
          {
            key: 'reasons',
            label: t('backup.copy.reasons'),
            value: reasons.map((reason) => t(`backup.reasons.${reason}`)).join(', '),
          },
          {
            key: 'expiresOn',
            label: t('backup.copy.expiresOn'),
            value: expiresOn ? displayDate(expiresOn) : t('backup.copy.never'),
          },
          { key: 'exportName', label: t('backup.copy.export'), value: exportName },
          ...(heldFor ? [{ key: 'heldFor', label: t('backup.copy.heldFor'), value: heldFor }] : []),
        ]}
      />
      {folder === null && <p className="soft">{t('backup.copy.absent')}</p>}
      <Failure of={hold.failure} />
      <div className="row">
        {heldFor ? (
          <Button icon="restore" disabled={hold.isRunning} onClick={() => void letGo()}>
            {t('backup.hold.letGo')}
          </Button>
        ) : (
          <Button icon="pin" onClick={() => setHolding(true)}>
            {t('backup.hold.open')}
          </Button>
        )}
      </div>
      {isHolding && <HoldDialog id={id} onClose={() => setHolding(false)} />}
    </section>
  )
}
