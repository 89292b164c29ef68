import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import type { Output } from '../app/operation-types.ts'
import { Fingerprint } from '../app/Fingerprint.tsx'
import { CopyField } from '../ui/CopyField.tsx'

type Standing = Output<'lan.standing'>
const steps = ['open', 'type', 'compare', 'warning', 'signIn'] as const
/** Of the addresses a PC may have, those that people can type. */
const shownAddresses = 3

/** What whoever sits at another PC needs, on the screen and on one sheet of paper. */
export function ConnectSheet({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  const { host, addresses, port, certificate } = standing
  const urlOf = (name: string) => `https://${name.includes(':') ? `[${name}]` : name}:${port}`
  const byName = urlOf(host.toLowerCase())
  const byNumber = addresses.slice(0, shownAddresses).map(urlOf)
  const { value: square } = useQuery('lan.square', { address: byNumber[0] ?? byName })
  return (
    <section className="card lan-sheet" aria-label={t('lan.sheet.title')}>
      <div className="stack">
        <h2>{t('lan.sheet.title')}</h2>
        <p className="strong">{t('lan.sheet.library', { host })}</p>
        <CopyField label={t('lan.sheet.byName')} text={byName} />
        {byNumber.map((address) => (
          <CopyField key={address} label={t('lan.sheet.byNumber')} text={address} />
        ))}
        <ol>
          {steps.map((step) => (
            <li key={step}>{t(`lan.sheet.steps.${step}`)}</li>
          ))}
        </ol>
      </div>
      <div className="stack">
        {certificate && (
          <>
            <h3>{t('lan.sheet.fingerprint')}</h3>
            <Fingerprint value={certificate.fingerprint} />
            <p className="soft small">
              {t('lan.sheet.validUntil', {
                day: displayDate(isoDateAt(Date.parse(certificate.validUntil))),
              })}
            </p>
          </>
        )}
        {square && (
          <img
            className="square"
            src={square.picture}
            alt={t('lan.sheet.square', { address: byNumber[0] ?? byName })}
          />
        )}
      </div>
    </section>
  )
}
