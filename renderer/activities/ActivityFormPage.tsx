import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { ActivityFields, type Activity } from '../../shared/activities/contract.ts'
import { plannedAgain } from '../../shared/activities/again.ts'
import { isoDateAt, parseDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { newValues, valuesOf } from './activity-values.ts'
import { ActivityForm } from './ActivityForm.tsx'

/** A new activity: blank, on a day of the calendar, or one of before again. */
export function ActivityAddPage() {
  const { i18n } = useTranslation()
  const [search] = useSearchParams()
  const [today] = useState(() => isoDateAt(Date.now()))
  const from = Number(search.get('from') ?? 0)
  const sites = useQuery('copies.sites', {})
  const earlier = useQuery('activities.activity', { id: from }, { isActive: from > 0 })
  if (from > 0) {
    if (!earlier.value) return <Waiting failure={earlier.failure} />
    return (
      <ActivityForm
        key={from}
        activity={null}
        linked={earlier.value}
        formKey={`activities.add/from/${from}`}
        begin={valuesOf(
          plannedAgain(ActivityFields.parse(earlier.value), 1),
          null,
          numberStyle(i18n.language),
        )}
      />
    )
  }
  // Most things take place at home.
  if (!sites.value) return <Waiting failure={sites.failure} />
  const home = sites.value.find(({ closedOn }) => closedOn === null)?.id ?? null
  return (
    <ActivityForm
      activity={null}
      linked={null}
      formKey="activities.add"
      begin={{
        ...newValues(parseDate(search.get('on') ?? '') ?? today, home),
        typeCode: search.get('type') ?? '',
      }}
    />
  )
}

export function ActivityEditPage() {
  const id = Number(useParams().id)
  const { value, failure } = useQuery('activities.activity', { id })
  return value ? <EditForm key={id} newest={value} /> : <Waiting failure={failure} />
}

/** News of what others save must not pass for what the form began from. */
function EditForm({ newest }: { newest: Activity }) {
  const { i18n } = useTranslation()
  const [activity] = useState(newest)
  const fields = ActivityFields.parse(activity)
  return (
    <ActivityForm
      activity={activity}
      linked={activity}
      formKey={`activities.update/${activity.id}`}
      begin={valuesOf(fields, { rev: activity.rev, base: fields }, numberStyle(i18n.language))}
    />
  )
}

function Waiting({ failure }: { failure: Parameters<typeof Failure>[0]['of'] }) {
  const { t } = useTranslation()
  return (
    <div className="page">
      <PageHeader
        title={t('activities.menu.edit')}
        back={{ to: '/activities', label: t('activities.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}
