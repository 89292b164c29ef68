import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { reasonCodes } from '../../shared/weeding/rules.ts'
import type { Output } from '../app/operation-types.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { ShareFact } from './WeedingFigures.tsx'

const left = ['protected', 'last', 'inDossiers', 'away', 'missingSinceUnknown'] as const

type Props = { found: Output<'weeding.candidates'>; asksLoans: boolean }

/** How much the rules found, for which reasons, and what they left alone. */
export function CandidateFacts({ found, asksLoans }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { byReason, leftOut, titles, amountMinor, share, loansSince } = found
  return (
    <div className="candidate-facts">
      <dl className="tally">
        <div>
          <dt>{t('weeding.figures.copies')}</dt>
          <dd>{number(share.copies)}</dd>
        </div>
        <div>
          <dt>{t('weeding.figures.titles')}</dt>
          <dd>{number(titles)}</dd>
        </div>
        <div>
          <dt>{t('weeding.figures.amount')}</dt>
          <dd>{number(amountMinor)}</dd>
        </div>
        {reasonCodes
          .filter((code) => byReason[code] > 0)
          .map((code) => (
            <div key={code}>
              <dt>{t(`weeding.rules.${code}`)}</dt>
              <dd>{number(byReason[code])}</dd>
            </div>
          ))}
      </dl>
      <ShareFact share={share} />
      {asksLoans && (
        <p className="soft small">
          {loansSince === null
            ? t('weeding.loans.none')
            : t('weeding.loans.since', { on: displayDate(loansSince) })}
        </p>
      )}
      {left.some((key) => leftOut[key] > 0) && (
        <p className="soft small">
          {t('weeding.leftOut.label')}{' '}
          {left
            .filter((key) => leftOut[key] > 0)
            .map((key) => t(`weeding.leftOut.${key}`, { count: leftOut[key], shown: number(leftOut[key]) }))
            .join('; ')}
          {'.'}
        </p>
      )}
    </div>
  )
}
