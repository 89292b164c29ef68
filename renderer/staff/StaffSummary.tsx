import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** How many there are as of a day, by whichever of the two ways counts on it. */
export function StaffSummary({ on }: { on: string }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { value, failure } = useQuery('staff.summary', { on }, { keepsPrevious: true })
  if (!value) return <Failure of={failure} />
  const { headcountFromOn, people, byQualification, trained, skilled } = value
  const share = (part: number | null) =>
    part === null || people === 0
      ? t('staff.summary.unknown')
      : t('staff.summary.share', {
          part: number(part),
          percent: number(Math.round((part / people) * 1000) / 10),
        })
  return (
    <>
      {headcountFromOn !== null && (
        <Notice icon="info" text={t('staff.summary.byHeadcount', { on: displayDate(headcountFromOn) })} />
      )}
      <p className="staff-summary">
        <strong>{t('staff.summary.people', { shown: number(people) })}</strong>
        {byQualification
          .filter((each) => each.people > 0)
          .map((each) => (
            <span key={each.qualification}>
              {`${t(`staff.qualifications.${each.qualification}`)}: ${number(each.people)}`}
            </span>
          ))}
        <span>{t('staff.summary.trained', { year: on.slice(0, 4), share: share(trained) })}</span>
        <span>{t('staff.summary.skilled', { share: share(skilled) })}</span>
      </p>
    </>
  )
}
