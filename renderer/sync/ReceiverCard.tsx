import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Hash } from '../ui/Hash.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { EnrolDialog } from './EnrolDialog.tsx'
import { SendingDialog } from './SendingDialog.tsx'

type Status = Output<'sync.status'>
type Props = { status: Status; mayDeliver: boolean }

/** Who receives, and when the program sends by itself. */
export function ReceiverCard({ status: { key, enrolment, sending }, mayDeliver }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'enrol' | 'sending' | null>(null)
  const close = () => setAsked(null)
  const when = sending.isAutomatic ? (sending.isMetered ? 'metered' : 'automatic') : 'byHand'
  const fact = (name: 'receiver' | 'address' | 'since' | 'keyFingerprint') => ({
    key: name,
    label: t(`sync.enrolment.${name}`),
  })
  return (
    <section className="card">
      <h2>{t('sync.enrolment.title')}</h2>
      {enrolment ? (
        <PropertyList
          isNarrow
          properties={[
            { ...fact('receiver'), value: enrolment.receiver },
            { ...fact('address'), value: enrolment.endpoint },
            { ...fact('since'), value: displayInstant(enrolment.enrolledAt) },
            { ...fact('keyFingerprint'), value: <Hash value={enrolment.keyFingerprint} /> },
            { key: 'when', label: t('sync.settings.title'), value: t(`sync.settings.${when}`) },
            ...(sending.isEncrypted && enrolment.canDecrypt
              ? [
                  {
                    key: 'sealed',
                    label: t('sync.settings.sealedTitle'),
                    value: t('sync.settings.sealed'),
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <p>{t('sync.enrolment.none')}</p>
      )}
      {mayDeliver && key.state === 'none' && <p className="soft small">{t('sync.enrolment.needsKey')}</p>}
      {mayDeliver && (
        <div className="actions">
          {key.state === 'ready' && (
            <Button does="sync.enrol" icon="join" onClick={() => setAsked('enrol')}>
              {t(enrolment ? 'sync.enrolment.again' : 'sync.enrolment.open')}
            </Button>
          )}
          {enrolment && (
            <Button icon="settings" onClick={() => setAsked('sending')}>
              {t('sync.settings.open')}
            </Button>
          )}
        </div>
      )}
      {asked === 'enrol' && <EnrolDialog known={enrolment?.endpoint ?? ''} onClose={close} />}
      {asked === 'sending' && (
        <SendingDialog sending={sending} canDecrypt={enrolment?.canDecrypt ?? false} onClose={close} />
      )}
    </section>
  )
}
