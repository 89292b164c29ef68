import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Chip } from '../ui/Chip.tsx'

type Package = Output<'sync.status'>['packages'][number]

/** Where a package is between here and the receiver, in one word and a shape. */
export function PackageState({ of: { receipt, lastDelivery } }: { of: Package }) {
  const { t } = useTranslation()
  if (receipt?.outcome === 'conflict')
    return (
      <Chip tone="bad" icon="warning">
        {t('sync.states.conflict')}
      </Chip>
    )
  if (receipt)
    return (
      <Chip tone="good" icon="check">
        {receipt.outcome === 'superseded'
          ? t('sync.states.superseded')
          : receipt.receivedAt
            ? t('sync.states.received', { at: displayInstant(receipt.receivedAt) })
            : t('sync.states.receivedByTelephone')}
      </Chip>
    )
  if (!lastDelivery) return <Chip>{t('sync.states.written')}</Chip>
  const facts = { road: t(`sync.roads.names.${lastDelivery.road}`), at: displayInstant(lastDelivery.at) }
  return lastDelivery.problem ? (
    <Chip tone="warn" icon="cloudOff">
      {t('sync.states.failed', facts)}
    </Chip>
  ) : (
    <Chip icon="send">{t('sync.states.onTheWay', facts)}</Chip>
  )
}
