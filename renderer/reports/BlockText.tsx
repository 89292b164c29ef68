import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { filled } from '../../shared/reports/tokens.ts'
import type { Output } from '../app/operation-types.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { text: string; period: Output<'reports.period'>; marksTyped?: boolean }

/** Words as they are printed; each number that follows the data leads to its rows. */
export function BlockText({ text, period, marksTyped = false }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { name } = useIndicatorTexts()
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => (
      <p key={at}>
        {filled(line, { figures: period.figures, t, number }).map((piece, place) => {
          if (piece.code !== null)
            return (
              <Link
                key={place}
                className="figure-value"
                to={explainPath(piece.code, period.period, `${period.id}`)}
                title={name(piece.code)}
              >
                {piece.text}
              </Link>
            )
          return piece.isTyped && marksTyped ? <mark key={place}>{piece.text}</mark> : piece.text
        })}
      </p>
    ))
}
