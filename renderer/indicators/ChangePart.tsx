import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { againsts } from '../../shared/indicators/contract.ts'
import { measureName } from '../../shared/indicators/own-text.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { usePeriodName } from '../reports/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ChangedRows } from './ChangedRows.tsx'
import { useGivenWords } from './use-given-words.ts'
import { useIndicatorTexts } from './use-indicator-texts.ts'

type Against = (typeof againsts)[number]
type Change = Output<'indicators.change'>
type Asked = { code: string; period: string }

/** Why a figure is not what it was: since the period before, and since that of last year. */
export function ChangePart(asked: Asked) {
  return (
    <div className="change-part">
      {againsts.map((against) => (
        <Since key={against} {...asked} against={against} />
      ))}
    </div>
  )
}

function Since({ code, period, against }: Asked & { against: Against }) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const words = useGivenWords()
  const signed = useSignedNumber()
  const { value: change, failure, isLoading } = useQuery('indicators.change', { code, period, against })
  return (
    <section className="card stack" aria-label={t(`indicators.change.${against}`)} aria-busy={isLoading}>
      <h2>{t(`indicators.change.${against}`)}</h2>
      <Failure of={failure} />
      {change && (
        <>
          <p>
            {periodName(change.before.period)}: <strong>{words.stated(change.before)}</strong>
            {change.before.isSigned && ` (${t('indicators.change.signed')})`} →{' '}
            {periodName(change.now.period)}: <strong>{words.stated(change.now)}</strong>
            {change.total !== null && ` (${signed(change.total)})`}
          </p>
          {change.unsplit === null ? (
            <Causes change={change} asked={{ code, period, against }} />
          ) : (
            <p className="soft">{t(`indicators.change.unsplits.${change.unsplit}`)}</p>
          )}
        </>
      )}
    </section>
  )
}

type Shown = { measure: string; which: 'came' | 'went' }
type CausesProps = { change: Change; asked: Asked & { against: Against } }

function Causes({ change, asked }: CausesProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const signed = useSignedNumber()
  const texts = useIndicatorTexts()
  const [shown, setShown] = useState<Shown | null>(null)
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            {(['cause', 'before', 'now', 'effect', 'came', 'went'] as const).map((key) => (
              <th key={key} scope="col" className={key === 'cause' ? undefined : 'end'}>
                {t(`indicators.change.columns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {change.causes.map((cause) => {
            const effect = cause.effect === null ? t('indicators.change.noEffect') : signed(cause.effect)
            if (cause.kind !== 'part')
              return (
                <tr key={cause.kind}>
                  <td colSpan={3}>{t(`indicators.change.kinds.${cause.kind}`)}</td>
                  <td className="end">{effect}</td>
                  <td colSpan={2} />
                </tr>
              )
            const { measure, came, went } = cause
            const name = measureName(t, measure)
            const rows = { came, went }
            return (
              <tr key={measure}>
                <td>{name}</td>
                <td className="end">{number(cause.before)}</td>
                <td className="end">{number(cause.now)}</td>
                <td className="end">{effect}</td>
                {(['came', 'went'] as const).map((which) => (
                  <td key={which} className="end">
                    {rows[which] === 0 ? (
                      number(0)
                    ) : (
                      <button
                        type="button"
                        className="figure-value"
                        aria-label={t(`indicators.change.open.${which}`, { count: rows[which], name })}
                        onClick={() => setShown({ measure, which })}
                      >
                        {number(rows[which])}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="soft small">{t('indicators.change.hint', { unit: texts.unit(asked.code) })}</p>
      {shown && (
        <ChangedRows
          asked={{ code: asked.code, period: asked.period, against: asked.against, ...shown }}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}

/** With its sign, as a change is told: +12, −3. */
function useSignedNumber(): (value: number) => string {
  const number = useNumberText()
  return (value) => (value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : number(0))
}
