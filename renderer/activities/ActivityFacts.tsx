import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Activity, DetailValue, FieldOfType } from '../../shared/activities/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { activitiesAddress } from './activities-address.ts'
import { useActivityWords } from './use-activity-words.ts'

export function ActivityFacts({ activity }: { activity: Activity }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { typeOf, typeName, fieldLabel } = useActivityWords()
  const fields = typeOf(activity.typeCode)?.fields ?? []
  const amount = (value: number | null) => (value === null ? null : number(value))
  const word = (
    key: 'part' | 'reach' | 'organiser' | 'place' | 'responsible' | 'copiesShown' | 'copiesGiven',
  ) => t(`activities.fields.${key}`)
  return (
    <section className="card">
      <PropertyList
        properties={[
          {
            key: 'type',
            label: t('activities.fields.typeCode'),
            value: (
              <Link to={activitiesAddress({ typeCode: activity.typeCode })}>
                {typeName(activity.typeCode)}
              </Link>
            ),
          },
          { key: 'place', label: word('place'), value: activity.place || activity.siteName },
          { key: 'part', label: word('part'), value: t(`activities.parts.${activity.part}`) },
          { key: 'reach', label: word('reach'), value: t(`activities.reaches.${activity.reach}`) },
          ...(activity.organiser
            ? [{ key: 'organiser', label: word('organiser'), value: activity.organiser }]
            : []),
          { key: 'responsible', label: word('responsible'), value: activity.responsible },
          ...fields
            .filter(({ key }) => activity.details[key] !== undefined)
            .map((field) => ({
              key: field.key,
              label: fieldLabel(field),
              value: <Detail field={field} value={activity.details[field.key] ?? ''} />,
            })),
          { key: 'cost', label: t('activities.fields.cost'), value: moneyOf() },
          { key: 'copiesShown', label: word('copiesShown'), value: amount(activity.copiesShown) },
          { key: 'copiesGiven', label: word('copiesGiven'), value: amount(activity.copiesGiven) },
          {
            key: 'campaigns',
            label: t('activities.fields.campaigns'),
            value: linked(activity.campaigns, (id) => activitiesAddress({ campaignId: id })),
          },
          {
            key: 'partners',
            label: t('activities.fields.partners'),
            value: linked(activity.partners, (id) => activitiesAddress({ partnerId: id })),
          },
          {
            key: 'titles',
            label: t('activities.fields.titles'),
            value: linked(
              activity.titles.map(({ id, title }) => ({ id, name: title })),
              (id) => `/catalogue/${id}`,
            ),
            isWide: true,
          },
          { key: 'note', label: t('activities.fields.note'), value: activity.note, isWide: true },
        ]}
      />
    </section>
  )

  function moneyOf(): string | null {
    const { cost, moneySource } = activity
    if (cost === null) return null
    return [number(cost), moneySource && t(`activities.moneySources.${moneySource}`)]
      .filter(Boolean)
      .join(' · ')
  }
}

function linked(records: readonly { id: number; name: string }[], to: (id: number) => string) {
  if (records.length === 0) return null
  return records.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link to={to(id)}>{name}</Link>
    </span>
  ))
}

/** An answer to a field of the type, in words. */
function Detail({ field, value }: { field: FieldOfType; value: DetailValue }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { choiceLabel } = useActivityWords()
  switch (field.kind) {
    case 'number':
    case 'money':
      return number(Number(value))
    case 'date':
      return displayDate(String(value))
    case 'choice':
      return choiceLabel(field, String(value))
    case 'yes_no':
      return t(value === true ? 'activities.form.yes' : 'activities.form.no')
    case 'partner':
      return <PartnerName id={Number(value)} />
    case 'title':
      return <TitleName id={Number(value)} />
    case 'site':
      return <SiteName id={Number(value)} />
    case 'text':
      return String(value)
  }
}

function PartnerName({ id }: { id: number }) {
  const partner = useQuery('cooperation.partner', { id }).value
  return partner?.name ?? ''
}

function TitleName({ id }: { id: number }) {
  const title = useQuery('catalogue.title', { id }).value
  return title ? <Link to={`/catalogue/${id}`}>{title.title}</Link> : ''
}

function SiteName({ id }: { id: number }) {
  const sites = useQuery('copies.sites', {}).value ?? []
  return sites.find((site) => site.id === id)?.name ?? ''
}
