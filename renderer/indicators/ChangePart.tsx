import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addedUp, steps } from '../../shared/indicators/change.ts'
import { againsts, type Cause, type rowCauses } from '../../shared/indicators/contract.ts'
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
          {change.total === null ? (
            <p className="soft">{t('indicators.change.noNumber')}</p>
          ) : (
            <Causes change={change} asked={{ code, period, against }} />
          )}
        </>
      )}
    </section>
  )
}

type Shown = { kind: (typeof rowCauses)[number]; measure: string; which: (typeof steps)[number] }
type CausesProps = { change: Change; asked: Asked & { against: Against } }

function Causes({ change, asked }: CausesProps) {
  const { t } = useTranslation()
  const signed = useSignedNumber()
  const texts = useIndicatorTexts()
  const [shown, setShown] = useState<Shown | null>(null)
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            {(['cause', 'before', 'now', 'effect', ...steps] as const).map((key) => (
              <th key={key} scope="col" className={key === 'cause' ? undefined : 'end'}>
                {t(`indicators.change.columns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {change.causes.map((cause) => (
            <CauseRow
              key={'measure' in cause ? `${cause.kind} ${cause.measure}` : cause.kind}
              cause={cause}
              onOpen={setShown}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('indicators.change.total')}
            </th>
            <td className="end">{signed(addedUp(change.causes.map(({ effect }) => effect)) ?? 0)}</td>
            <td colSpan={steps.length} />
          </tr>
        </tfoot>
      </table>
      <p className="soft small">{t('indicators.change.hint', { unit: texts.unit(asked.code) })}</p>
      {shown && <ChangedRows asked={{ ...asked, ...shown }} onClose={() => setShown(null)} />}
    </>
  )
}

function CauseRow({ cause, onOpen }: { cause: Cause; onOpen: (shown: Shown) => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const signed = useSignedNumber()
  const effect = cause.effect === null ? t('indicators.change.noEffect') : signed(cause.effect)
  if (cause.kind === 'definition' || cause.kind === 'reported')
    return (
      <tr>
        <td colSpan={3}>{t(`indicators.change.kinds.${cause.kind}`)}</td>
        <td className="end">{effect}</td>
        <td colSpan={steps.length} />
      </tr>
    )
  const { kind, measure, effects } = cause
  const name = measureName(t, measure)
  return (
    <tr>
      {kind === 'part' ? (
        <>
          <td>{name}</td>
          <td className="end">{number(cause.before)}</td>
          <td className="end">{number(cause.now)}</td>
        </>
      ) : (
        <td colSpan={3}>
          {kind === 'given'
            ? t('indicators.change.kinds.given')
            : `${t('indicators.change.kinds.after_signing')}: ${name}`}
        </td>
      )}
      <td className="end">{effect}</td>
      {steps.map((which) => {
        const count = cause[which]
        const moved = effects?.[which] ?? 0
        return (
          <td key={which} className="end">
            {count === 0 ? (
              number(0)
            ) : (
              <button
                type="button"
                className="figure-value"
                aria-label={t(`indicators.change.open.${which}`, { count, name })}
                onClick={() => onOpen({ kind, measure, which })}
              >
                {number(count)}
              </button>
            )}
            {moved !== 0 && <span className="soft small"> ({signed(moved)})</span>}
          </td>
        )
      })}
    </tr>
  )
}

/** With its sign, as a change is told: +12, −3. */
function useSignedNumber(): (value: number) => string {
  const number = useNumberText()
  return (value) => (value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : number(0))
}
