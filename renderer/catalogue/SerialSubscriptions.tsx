import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { SerialSubscriptionDialog } from './SerialSubscriptionDialog.tsx'

export type SubscriptionRow = Output<'catalogue.subscriptions'>[number]
type Props = { titleId: number; subscriptions: SubscriptionRow[]; mayWrite: boolean }

/** From when to when the serial comes, how often, and how it is paid for. */
export function SerialSubscriptions({ titleId, subscriptions, mayWrite }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<SubscriptionRow | 'new' | null>(null)
  return (
    <section className="stack">
      <div className="actions">
        <h3 className="spacer">{t('catalogue.subscriptions.title')}</h3>
        {mayWrite && (
          <Button icon="add" onClick={() => setOpen('new')}>
            {t('catalogue.subscriptions.add')}
          </Button>
        )}
      </div>
      {subscriptions.length === 0 && <p className="soft">{t('catalogue.subscriptions.empty')}</p>}
      <ul className="plain-list">
        {subscriptions.map((subscription) => (
          <li key={subscription.id} className="row">
            <span className="spacer">
              {subscription.endsOn
                ? t('catalogue.subscriptions.between', {
                    from: displayDate(subscription.startsOn),
                    to: displayDate(subscription.endsOn),
                  })
                : t('catalogue.subscriptions.since', { from: displayDate(subscription.startsOn) })}
              {' · '}
              {t(`catalogue.frequencies.${subscription.frequency}`)}
              {' · '}
              {t(`catalogue.sources.${subscription.source}`)}
              {subscription.note && <span className="soft"> · {subscription.note}</span>}
            </span>
            {mayWrite && (
              <Button kind="quiet" icon="edit" onClick={() => setOpen(subscription)}>
                {t('common.actions.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open !== null && (
        <SerialSubscriptionDialog
          titleId={titleId}
          subscription={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
