import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Shipment } from '../../shared/rotation/contract.ts'
import { shipmentCode } from '../../shared/rotation/rules.ts'
import { keptAddress } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { HistoryPart } from '../journal/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ReportPart } from './ReportPart.tsx'
import { SentCopyPart } from './SentCopyPart.tsx'
import { ShipmentActs } from './ShipmentActs.tsx'
import { ShipmentChip } from './StateChip.tsx'
import { StrangerPart } from './StrangerPart.tsx'

/** One shipment: where it is, what is in it, what came back, and what the point served with it. */
export function ShipmentPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: shipment, failure } = useQuery('rotation.shipment', { id })
  const back = { to: keptAddress('/rotation'), label: t('rotation.tabs.shipments') }
  if (!shipment)
    return (
      <div className="page">
        <PageHeader title={t('rotation.menu.shipment')} back={back} />
        <Failure of={failure} />
      </div>
    )
  return (
    <div className="page">
      <PageHeader title={`${shipment.number} · ${shipment.pointName}`} back={back}>
        <ShipmentChip shipment={shipment} />
      </PageHeader>
      <ShipmentActs shipment={shipment} />
      <Ways shipment={shipment} />
      <section className="card">
        <h2>{t('rotation.shipment.facts')}</h2>
        <Facts shipment={shipment} />
      </section>
      {shipment.strangers.length > 0 && <StrangerPart strangers={shipment.strangers} />}
      <SentCopyPart shipment={shipment} />
      {shipment.sentOn !== null && <ReportPart shipment={shipment} />}
      <HistoryPart of={{ tableName: 'shipment', rowId: id }} />
    </div>
  )
}

/** Where the copies came from and went on to, and what is to be done about those that are lost. */
function Ways({ shipment: { cameFrom, wentOnTo, missing } }: { shipment: Shipment }) {
  const { t } = useTranslation()
  return (
    <>
      {cameFrom && (
        <p>
          {t('rotation.shipment.cameFrom', { point: cameFrom.pointName })}{' '}
          <Link to={`/rotation/${cameFrom.id}`}>{cameFrom.number}</Link>
        </p>
      )}
      {wentOnTo && (
        <p>
          {t('rotation.shipment.wentOnTo', { point: wentOnTo.pointName })}{' '}
          <Link to={`/rotation/${wentOnTo.id}`}>{wentOnTo.number}</Link>
        </p>
      )}
      {missing > 0 && (
        <Notice icon="warning" text={t('rotation.shipment.lost', { count: missing })}>
          <Link to="/weeding">{t('rotation.shipment.toWeeding')}</Link>
        </Notice>
      )}
    </>
  )
}

function Facts({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const day = (key: 'preparedOn' | 'sentOn' | 'arrivedOn' | 'dueOn' | 'closedOn') => ({
    key,
    label: t(`rotation.fields.${key}`),
    value: shipment[key] === null ? '' : displayDate(shipment[key]),
  })
  const { copies, titles, back, damaged, missing, transferred, sentOn } = shipment
  const counts = t('rotation.shipment.outcome', {
    back: number(back),
    damaged: number(damaged),
    missing: number(missing),
    transferred: number(transferred),
    away: number(copies - back - damaged - missing - transferred),
  })
  return (
    <PropertyList
      properties={[
        { key: 'point', label: t('rotation.fields.pointId'), value: shipment.pointName },
        { key: 'code', label: t('rotation.fields.code'), value: shipmentCode(shipment.id) },
        day('preparedOn'),
        day('sentOn'),
        day('arrivedOn'),
        day('dueOn'),
        day('closedOn'),
        {
          key: 'size',
          label: t('rotation.fields.size'),
          value: t('rotation.shipment.size', { titles: number(titles), copies: number(copies) }),
        },
        { key: 'handedBy', label: t('rotation.fields.handedBy'), value: shipment.handedBy },
        { key: 'takenBy', label: t('rotation.fields.takenBy'), value: shipment.takenBy },
        ...(sentOn === null
          ? []
          : [{ key: 'counts', label: t('rotation.fields.outcome'), value: counts, isWide: true }]),
        ...shipment.extensions.map(({ id, on, dueBefore, dueOn, reason }) => ({
          key: `extension-${id}`,
          label: t('rotation.shipment.extended', { on: displayDate(on) }),
          value: t('rotation.shipment.extension', {
            before: displayDate(dueBefore),
            after: displayDate(dueOn),
            reason,
          }),
          isWide: true,
        })),
        { key: 'note', label: t('rotation.fields.note'), value: shipment.note, isWide: true },
      ]}
    />
  )
}
