import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { withdrawalLimit } from '../../shared/copies/rules.ts'
import { displayDate } from '../../shared/dates.ts'
import type { WeedingRecord } from '../../shared/weeding/contract.ts'
import { percentOf } from '../../shared/weeding/rules.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** What the dossier comes to: copies and money, their share of the stock, why they leave and where to. */
export function WeedingFigures({ weeding }: { weeding: WeedingRecord }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { copies, titles, amountMinor, byGround, byDisposal, withdrawals } = weeding
  return (
    <aside className="weeding-side" tabIndex={0} aria-label={t('weeding.figures.label')}>
      <dl className="tally">
        <div>
          <dt>{t('weeding.figures.copies')}</dt>
          <dd>{number(copies)}</dd>
        </div>
        <div>
          <dt>{t('weeding.figures.titles')}</dt>
          <dd>{number(titles)}</dd>
        </div>
        <div>
          <dt>{t('weeding.figures.amount')}</dt>
          <dd>{number(amountMinor)}</dd>
        </div>
      </dl>
      <ShareFact share={weeding.share} isDone={weeding.stage === 'approved'} />
      <Warnings weeding={weeding} />
      {byGround.length > 0 && (
        <Sums
          label={t('weeding.figures.byGround')}
          rows={byGround.map(({ ground, ...sums }) => ({
            name: t(`copies.grounds.${ground}`),
            ...sums,
          }))}
        />
      )}
      {byDisposal.length > 0 && (
        <Sums
          label={t('weeding.figures.byDisposal')}
          rows={byDisposal.map(({ disposal, ...sums }) => ({
            name: t(`weeding.disposals.${disposal}`),
            ...sums,
          }))}
        />
      )}
      {withdrawals.length > 0 && (
        <section className="stack tight">
          <h3>{t('weeding.figures.withdrawals')}</h3>
          <ul className="plain-list">
            {withdrawals.map(({ id, ground, copies: left, takenBackOn }) => (
              <li key={id}>
                <Link to={`/copies/withdrawals/${id}`}>{t(`copies.grounds.${ground}`)}</Link>
                {': '}
                {takenBackOn === null
                  ? t('weeding.figures.left', { count: left, shown: number(left) })
                  : t('weeding.figures.takenBack', { on: displayDate(takenBackOn) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

type ShareProps = { share: WeedingRecord['share']; isDone?: boolean }

/** So many copies against the tenth of the stock that may leave at once; once they have left there is nothing to advise. */
export function ShareFact({ share, isDone = false }: ShareProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { copies, stock, most, isAboveLimit } = share
  const limit = withdrawalLimit * 100
  const words = {
    percent: number(percentOf(copies, stock, limit)),
    stock: number(stock),
    most: number(most),
    limit: number(limit),
    over: number(Math.max(0, copies - most)),
  }
  const standing = !isAboveLimit ? 'within' : isDone ? 'leftAbove' : 'above'
  return (
    <div className={isAboveLimit && !isDone ? 'notice bad' : 'stack tight'} role="status">
      {isAboveLimit && !isDone && <Icon name="warning" />}
      <span className="text">{t(`weeding.share.${standing}`, words)}</span>
      <ShareMeter share={share} />
    </div>
  )
}

/** Full at the limit; beyond it the bar is red from end to end, and a line in it stands where it had to stop. */
function ShareMeter({ share: { copies, most, isAboveLimit } }: { share: WeedingRecord['share'] }) {
  const { t } = useTranslation()
  const percent = (part: number, whole: number) => `${whole === 0 ? 0 : Math.min(100, (100 * part) / whole)}%`
  return (
    <div
      className={isAboveLimit ? 'share-meter over' : 'share-meter'}
      role="meter"
      aria-label={t('weeding.share.label')}
      aria-valuemin={0}
      aria-valuemax={Math.max(most, copies)}
      aria-valuenow={copies}
    >
      <span className="fill" style={{ width: percent(copies, isAboveLimit ? copies : most) }} />
      {isAboveLimit && <span className="limit" style={{ insetInlineStart: percent(most, copies) }} />}
    </div>
  )
}

function Warnings({ weeding }: { weeding: WeedingRecord }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { stage, lastCopiesOf, cannotCount, cannot, sameYear, year, share } = weeding
  const together = share.copies + sameYear.copies
  return (
    <>
      {stage !== 'approved' && lastCopiesOf > 0 && (
        <p className="fact warn">
          <Icon name="warning" />
          {t('weeding.figures.lastCopies', { count: lastCopiesOf, shown: number(lastCopiesOf) })}
        </p>
      )}
      {stage !== 'approved' && cannotCount > 0 && (
        <details className="fact-list">
          <summary>
            <Icon name="warning" />
            {t('weeding.figures.cannot', { count: cannotCount, shown: number(cannotCount) })}
          </summary>
          <ul className="plain-list">
            {cannot.map(({ copyId, accessionNumber, reason }) => (
              <li key={copyId}>
                <Link to={`/copies/${copyId}`}>{accessionNumber}</Link>
                {': '}
                {t(`copies.withdraw.reasons.${reason}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {sameYear.dossiers > 0 && (
        <p className="soft small">
          {t(together > share.most ? 'weeding.figures.sameYearAbove' : 'weeding.figures.sameYear', {
            year,
            count: sameYear.dossiers,
            copies: number(sameYear.copies),
            together: number(together),
            most: number(share.most),
          })}
        </p>
      )}
    </>
  )
}

type Sum = { name: string; copies: number; amountMinor: number }

function Sums({ label, rows }: { label: string; rows: Sum[] }) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <table className="sums">
      <caption>{label}</caption>
      <thead className="visually-hidden">
        <tr>
          <th>{label}</th>
          <th>{t('weeding.figures.copies')}</th>
          <th>{t('weeding.figures.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, copies, amountMinor }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{number(copies)}</td>
            <td className="number soft">{number(amountMinor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
