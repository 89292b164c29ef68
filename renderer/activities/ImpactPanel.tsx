import { useDeferredValue } from 'react'
import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ActivityFields } from '../../shared/activities/contract.ts'
import { useQuery } from '../app/operations.ts'
import { usePeriodName } from '../reports/index.ts'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { fieldsFrom, type ActivityValues } from './activity-values.ts'
import { ImpactLines } from './ImpactLines.tsx'

type Props = { form: UseFormReturn<ActivityValues, unknown, ActivityFields>; id: number | null }

/** What saving would count for, worked out by the measures of the report while the form is filled. */
export function ImpactPanel({ form, id }: Props) {
  const periodName = usePeriodName()
  // Any change of the form is a change of what it would count for.
  useWatch({ control: form.control })
  const values = form.getValues()
  const { t, i18n } = useTranslation()
  const given = ActivityFields.safeParse({
    ...(fieldsFrom(values, numberStyle(i18n.language)) as object),
    name: values.name.trim() || '-',
  })
  const isPlan = values.state === 'planned'
  // A plan says what it will count for once it is done.
  const fields = given.success ? { ...given.data, state: isPlan ? 'done' : given.data.state } : null
  const asked = useDeferredValue(JSON.stringify(fields))
  const parsed = ActivityFields.safeParse(JSON.parse(asked))
  const impact = useQuery(
    'activities.impact',
    { id, fields: parsed.success ? parsed.data : (fields as ActivityFields) },
    { isActive: parsed.success, keepsPrevious: true },
  )
  return (
    <aside className="card impact-panel" aria-label={t('activities.impact.title')}>
      <h2>{t(isPlan ? 'activities.impact.whenDone' : 'activities.impact.title')}</h2>
      {impact.value?.signed.map((period) => (
        <Notice
          key={period}
          icon="lock"
          text={t('activities.impact.signedPeriod', { period: periodName(period) })}
        />
      ))}
      {impact.value ? (
        <ImpactLines impact={impact.value} isSaved={false} />
      ) : (
        <p className="soft">{t('activities.impact.waiting')}</p>
      )}
    </aside>
  )
}
