import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { holdsOn } from '../../shared/dated-facts.ts'
import type { CheckedCondition, Point } from '../../shared/network/contract.ts'
import { keptAddress } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { HistoryPart } from '../journal/index.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FiguresDialog, PointDialog } from './PointDialog.tsx'
import { PointSupports } from './PointSupports.tsx'
import { StandingChip } from './StandingChip.tsx'

/** One library or point: what it was on any day, what is asked of it, and what was done for it. */
export function PointPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const today = isoDateAt(Date.now())
  const { value: point, failure } = useQuery('network.point', { id, on: today })
  const back = { to: keptAddress('/network'), label: t('network.tabs.points') }
  if (!point)
    return (
      <div className="page">
        <PageHeader title={t('network.menu.point')} back={back} />
        <Failure of={failure} />
      </div>
    )
  return (
    <div className="page">
      <PageHeader title={point.name} hint={t(`network.kinds.${point.kind}`)} back={back}>
        {!holdsOn(point.openedOn, point.closedOn, today) && <Ended point={point} today={today} />}
      </PageHeader>
      <Acts point={point} />
      <section className="card">
        <h2>{t('network.point.conditions')}</h2>
        <Conditions point={point} />
      </section>
      <section className="card">
        <h2>{t('network.point.facts')}</h2>
        <Facts point={point} />
      </section>
      <section className="card">
        <h2>{t('network.point.history')}</h2>
        <Past point={point} />
      </section>
      <PointSupports point={point} />
      <HistoryPart of={{ tableName: 'servicePoint', rowId: id }} />
    </div>
  )
}

function Ended({ point, today }: { point: Point; today: string }) {
  const { t } = useTranslation()
  const { openedOn, closedOn } = point
  if (openedOn > today || closedOn === null)
    return <Chip icon="calendar">{t('network.point.notYet', { on: displayDate(openedOn) })}</Chip>
  return <Chip icon="box">{t('network.point.closed', { on: displayDate(closedOn) })}</Chip>
}

function Acts({ point }: { point: Point }) {
  const { t } = useTranslation()
  const can = useCan()
  // A draft leads here with its form open.
  const [search] = useSearchParams()
  const begun = search.has('edit') ? 'edit' : search.has('figures') ? 'figures' : null
  const [open, setOpen] = useState<'edit' | 'figures' | null>(begun)
  const exchanges = useQuery('network.exchanges', {
    pointId: point.id,
    on: isoDateAt(Date.now()),
    withPast: true,
    limit: 1,
  })
  const count = exchanges.value?.total.count ?? 0
  const close = () => setOpen(null)
  return (
    <>
      <div className="row no-print">
        {can('network.write') && (
          <>
            <Button kind="primary" icon="edit" onClick={() => setOpen('figures')}>
              {t('network.point.figures')}
            </Button>
            <Button icon="edit" onClick={() => setOpen('edit')}>
              {t('common.actions.edit')}
            </Button>
          </>
        )}
        {count > 0 && (
          <Link className="button" to={`/network/exchanges?pointId=${point.id}&past=all`}>
            <Icon name="switch" />
            {t('network.point.exchanges')}: {t('network.point.exchangeCount', { count, shown: count })}
          </Link>
        )}
      </div>
      {open === 'edit' && <PointDialog point={point} onClose={close} />}
      {open === 'figures' && <FiguresDialog point={point} onClose={close} />}
    </>
  )
}

function Conditions({ point }: { point: Point }) {
  const { t } = useTranslation()
  if (point.conditions.length === 0) return <p className="soft">{t('network.point.noConditions')}</p>
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('network.fields.measure')}</th>
          <th scope="col" className="end">
            {t('network.fields.value')}
          </th>
          <th scope="col" className="end">
            {t('network.fields.least')}
          </th>
          <th scope="col">{t('network.fields.result')}</th>
          <th scope="col">{t('network.fields.source')}</th>
          <th scope="col">{t('network.fields.basis')}</th>
        </tr>
      </thead>
      <tbody>
        {point.conditions.map((condition) => (
          <ConditionRow key={condition.measure} condition={condition} isOwn={point.siteId !== null} />
        ))}
      </tbody>
    </table>
  )
}

function ConditionRow({ condition, isOwn }: { condition: CheckedCondition; isOwn: boolean }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { measure, value, least, standing, valueOn, source, basis } = condition
  const told = valueOn === null ? '' : t('network.point.asOf', { on: displayDate(valueOn) })
  const origin = valueOn === null && value !== null && isOwn ? t('network.point.byRecords') : source
  return (
    <tr>
      <td>{t(`network.measures.${measure}`)}</td>
      <td className="end">{value === null ? t('network.words.unknownValue') : number(value)}</td>
      <td className="end">{number(least)}</td>
      <td>
        <StandingChip standing={standing} />
      </td>
      <td>{[told, origin].filter((part) => part !== '').join(', ')}</td>
      <td>{basis}</td>
    </tr>
  )
}

function Facts({ point }: { point: Point }) {
  const { t } = useTranslation()
  const plain = (
    key: 'commune' | 'communeCode' | 'district' | 'body' | 'address' | 'contactName' | 'phone' | 'email',
  ) => ({ key, label: t(`network.fields.${key}`), value: point[key] })
  return (
    <PropertyList
      properties={[
        plain('body'),
        plain('address'),
        plain('commune'),
        plain('communeCode'),
        plain('district'),
        plain('contactName'),
        plain('phone'),
        plain('email'),
        { key: 'site', label: t('network.fields.siteId'), value: point.siteName },
        {
          key: 'partner',
          label: t('network.fields.partnerId'),
          value:
            point.partnerId === null ? null : (
              <Link to={`/cooperation/partners/${point.partnerId}`}>{point.partnerName}</Link>
            ),
        },
        {
          key: 'model',
          label: t('network.fields.model'),
          value: point.model && t(`network.models.${point.model}`),
        },
        { key: 'note', label: t('network.fields.note'), value: point.note, isWide: true },
      ]}
    />
  )
}

/** What it was called and was, one after another; the newest on top. */
function Past({ point }: { point: Point }) {
  const { t } = useTranslation()
  const { identities, closedOn, mergedIntoId, mergedIntoName } = point
  return (
    <ol className="life">
      {closedOn !== null && (
        <li>
          <time>{displayDate(closedOn)}</time>
          <span>
            {t('network.fields.closedOn')}
            {mergedIntoId !== null && (
              <>
                {'. '}
                <Link to={`/network/points/${mergedIntoId}`}>
                  {t('network.point.merged', { name: mergedIntoName ?? '' })}
                </Link>
              </>
            )}
          </span>
        </li>
      )}
      {identities.toReversed().map((identity) => (
        <li key={identity.fromOn}>
          <time>{displayDate(identity.fromOn)}</time>
          <span>
            {[
              identity.name,
              t(`network.kinds.${identity.kind}`),
              identity.commune,
              identity.communeCode,
              identity.district,
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </span>
        </li>
      ))}
    </ol>
  )
}
