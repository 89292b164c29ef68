import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Hash } from '../ui/Hash.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'

type Props = { code: string; fingerprint: string; onClose: () => void }

/** Shown once and printed: the way in on the day nobody knows the passphrase. */
export function RecoveryCodeDialog({ code, fingerprint, onClose }: Props) {
  const { t } = useTranslation()
  const library = useQuery('settings.library', {}).value
  return (
    <Dialog
      title={t('sync.recovery.title')}
      onClose={onClose}
      className="recovery-sheet"
      actions={
        <>
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {t('sync.recovery.print')}
          </Button>
          <Button icon="check" onClick={onClose}>
            {t('sync.recovery.done')}
          </Button>
        </>
      }
    >
      <p>{t('sync.recovery.text')}</p>
      <p className="recovery-code mono">
        {code.split('-').map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <PropertyList
        isNarrow
        properties={[
          { key: 'library', label: t('sync.recovery.library'), value: library?.name ?? '' },
          { key: 'madeAt', label: t('sync.recovery.madeAt'), value: displayDate(isoDateAt(Date.now())) },
          {
            key: 'fingerprint',
            label: t('sync.recovery.fingerprint'),
            value: <Hash isWhole value={fingerprint} />,
          },
        ]}
      />
      <p className="soft small">{t('sync.recovery.how')}</p>
    </Dialog>
  )
}
