import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'

const steps = ['open', 'choose', 'type', 'without'] as const

/** Printed and put into the safe: with it copies open on any PC, even without this program. */
export function RecoverySheet({ recoveryKey, onClose }: { recoveryKey: string; onClose: () => void }) {
  const { t } = useTranslation()
  const library = useQuery('settings.library', {}).value
  return (
    <Dialog
      title={t('backup.sheet.title')}
      onClose={onClose}
      isWide
      className="recovery-sheet"
      actions={
        <>
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {t('backup.sheet.print')}
          </Button>
          <Button icon="check" onClick={onClose}>
            {t('backup.sheet.done')}
          </Button>
        </>
      }
    >
      <p>{t('backup.sheet.text')}</p>
      <p className="recovery-code mono">
        {(recoveryKey.match(/.{1,6}/g) ?? []).map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <PropertyList
        isNarrow
        properties={[
          { key: 'library', label: t('backup.sheet.library'), value: library?.name ?? '' },
          { key: 'printedOn', label: t('backup.sheet.printedOn'), value: displayDate(isoDateAt(Date.now())) },
        ]}
      />
      <h3>{t('backup.sheet.how')}</h3>
      <ul className="dotted">
        {steps.map((step) => (
          <li key={step}>{t(`backup.sheet.steps.${step}`)}</li>
        ))}
      </ul>
    </Dialog>
  )
}
