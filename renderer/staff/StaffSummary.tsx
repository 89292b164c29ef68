import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
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
  const year = on.slice(0, 4)
  // Where a headcount holds nobody is counted by name, so the list of names is not what stands behind.
  const door = (more: Record<string, string>) =>
    headcountFromOn === null ? `/staff?${new URLSearchParams({ on, ...more })}` : '/staff/headcounts'
  return (
    <>
      {headcountFromOn !== null && (
        <Notice icon="info" text={t('staff.summary.byHeadcount', { on: displayDate(headcountFromOn) })} />
      )}
      <p className="staff-summary">
        <strong>
          <Link className="figure-value" to={door({})}>
            {t('staff.summary.people', { shown: number(people) })}
          </Link>
        </strong>
        {byQualification
          .filter((each) => each.people > 0)
          .map((each) => (
            <Link
              key={each.qualification}
              className="figure-value"
              to={door({ qualification: each.qualification })}
            >
              {`${t(`staff.qualifications.${each.qualification}`)}: ${number(each.people)}`}
            </Link>
          ))}
        <Link className="figure-value" to={`/staff/training?year=${year}`}>
          {t('staff.summary.trained', { year, share: share(trained) })}
        </Link>
        <span>{t('staff.summary.skilled', { share: share(skilled) })}</span>
      </p>
    </>
  )
}
