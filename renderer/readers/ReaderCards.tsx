import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { ReaderRecord } from '../../shared/readers/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { ConsentDialog } from './ConsentDialog.tsx'

/** The cards that were issued, and what was consented to. */
export function ReaderCards({ reader }: { reader: ReaderRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const withdraw = useCommand('readers.withdrawConsent')
  const [isAdding, setAdding] = useState(false)
  return (
    <section className="card stack">
      <h2>{t('readers.record.cards')}</h2>
      <ul className="plain-list">
        {reader.cards.map(({ id, number, issuedOn, expiresOn, endedOn, endedFor, acts }) => (
          <li key={id} className={endedOn === null ? '' : 'soft'}>
            {t('readers.record.card', { number, from: displayDate(issuedOn), to: displayDate(expiresOn) })}
            {endedOn !== null &&
              ` – ${t('readers.record.ended', {
                on: displayDate(endedOn),
                why: t(`readers.endings.${endedFor ?? 'returned'}`),
              })}`}
            {acts.length > 1 && <CardActs acts={acts} />}
          </li>
        ))}
      </ul>
      <h2>{t('readers.record.consents')}</h2>
      <Failure of={withdraw.failure} />
      {reader.consents.length === 0 && <p className="soft">{t('readers.record.consentsNone')}</p>}
      <ul className="plain-list">
        {reader.consents.map(({ id, givenBy, form, givenOn, withdrawnOn }) => (
          <li key={id} className={withdrawnOn === null ? '' : 'soft'}>
            {t('readers.record.consent', {
              giver: t(`readers.givers.${givenBy}`),
              form: t(`readers.consentForms.${form}`),
              on: displayDate(givenOn),
            })}
            {withdrawnOn !== null &&
              ` – ${t('readers.record.consentWithdrawn', { on: displayDate(withdrawnOn) })}`}
            {withdrawnOn === null && can('readers.write') && (
              <Button kind="quiet" disabled={withdraw.isRunning} onClick={() => void withdraw.run({ id })}>
                {t('readers.record.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {can('readers.write') && (
        <div className="actions">
          <Button icon="add" onClick={() => setAdding(true)}>
            {t('readers.record.addConsent')}
          </Button>
        </div>
      )}
      {isAdding && <ConsentDialog readerId={reader.id} onClose={() => setAdding(false)} />}
    </section>
  )
}

function CardActs({ acts }: Pick<ReaderRecord['cards'][number], 'acts'>) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list soft small">
      {acts.map(({ id, act, on, until }) => (
        <li key={id}>
          {t('readers.record.act', {
            act: t(`readers.cardActs.${act}`),
            on: displayDate(on),
            until: displayDate(until),
          })}
        </li>
      ))}
    </ul>
  )
}
