import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from './icons.tsx'
import { useNumberText } from './use-number-text.ts'

type Props = {
  value: number | null
  /** Why there is no number, where there is none. */
  status?: 'known' | 'zero_base' | 'not_applicable' | 'not_collected'
  isOfficial?: boolean
  /** Why a person gave it by hand, where no record tells it. */
  givenReason?: string | undefined
  /** The report from before the program that says so. */
  earlierSource?: string | undefined
  /** The page of the rows behind it. */
  to?: string
  label: string
  unit?: string
}

/** A number is a door: it opens its rows. Grey italic is provisional, a lock is official. */
export function Figure(props: Props) {
  const { value, status = 'known', isOfficial = false, to, label, unit = '' } = props
  const { t } = useTranslation()
  const number = useNumberText()
  if (value === null) {
    return (
      <span className="figure-value none">
        {t(`ui.figure.${status === 'known' ? 'blank' : status}`)}
        <Marks {...props} />
      </span>
    )
  }
  const shown = `${number(value)}${unit && `\u00A0${unit}`}`
  const state = t(isOfficial ? 'ui.figure.official' : 'ui.figure.provisional')
  const className = isOfficial ? 'figure-value' : 'figure-value provisional'
  const content = (
    <>
      {shown}
      {isOfficial && <Icon name="lock" />}
      <Marks {...props} />
    </>
  )
  return to ? (
    <Link to={to} className={className} title={state} aria-label={`${label}: ${shown} (${state})`}>
      {content}
    </Link>
  ) : (
    <span className={className} title={state}>
      {content}
      <span className="visually-hidden"> ({state})</span>
    </span>
  )
}

/** Where it comes from, when it is not what the program counted. */
function Marks({ givenReason: reason, earlierSource: source }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {reason !== undefined && (
        <span className="given-mark" title={t('ui.figure.givenReason', { reason })}>
          {t('ui.figure.given')}
        </span>
      )}
      {source !== undefined && (
        <span className="given-mark" title={t('ui.figure.earlierSource', { source })}>
          {t('ui.figure.earlier')}
        </span>
      )}
    </>
  )
}
