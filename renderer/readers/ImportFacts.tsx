import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { ImportPreview } from '../../shared/readers/contract.ts'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useCounterKinds } from './use-counter-kinds.ts'

type Props = {
  seen: ImportPreview
  withUnusual: boolean
  onUnusual: (isMeant: boolean) => void
  children: ReactNode
}

/** What a file would change, before it does. */
export function ImportFacts({ seen, withUnusual, onUnusual, children }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { nameOfCode } = useCounterKinds()
  const facts = [
    ['added', seen.added],
    ['overwritten', seen.overwritten],
    ['same', seen.same],
  ] as const
  return (
    <section className="card stack">
      {seen.from && seen.to && (
        <h2>
          {t('readers.import.span', {
            days: number(seen.days),
            from: displayDate(seen.from),
            to: displayDate(seen.to),
          })}
        </h2>
      )}
      <div className="import-facts">
        <dl className="facts">
          {facts.map(([key, value]) => (
            <div key={key}>
              <dt>{t(`readers.import.${key}`)}</dt>
              <dd>{number(value)}</dd>
            </div>
          ))}
        </dl>
        <div>
          <h3>{t('readers.import.columns')}</h3>
          <ul className="plain-list">
            {seen.columns.map(({ header, kindCode }) => (
              <li key={header}>
                {header} →{' '}
                {kindCode === null ? (
                  <span className="soft">{t('readers.import.ignored')}</span>
                ) : (
                  nameOfCode(kindCode)
                )}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t('readers.import.totals')}</h3>
          <ul className="plain-list">
            {seen.totals.map(({ kindCode, value }) => (
              <li key={kindCode}>
                {nameOfCode(kindCode)}: <strong>{number(value)}</strong>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {seen.problemCount > 0 && (
        <>
          <Notice icon="warning" text={t('readers.import.problems', { shown: number(seen.problemCount) })} />
          <ul className="plain-list">
            {seen.problems.map(({ line, header, text, code }) => (
              <li key={`${line} ${header}`}>
                {t('readers.import.problem', { line, header, text, why: t(`readers.import.why.${code}`) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {seen.unusual.length > 0 && (
        <>
          <Notice icon="warning" text={t('readers.import.unusual')} />
          <ul className="plain-list">
            {seen.unusual.map(({ line, kindCode, value, most }) => (
              <li key={`${line} ${kindCode}`}>
                {t('readers.import.unusualLine', {
                  line,
                  name: nameOfCode(kindCode),
                  value: number(value),
                  most: number(most),
                })}
              </li>
            ))}
          </ul>
          <label className="row">
            <input
              type="checkbox"
              checked={withUnusual}
              onChange={(event) => onUnusual(event.target.checked)}
            />
            {t('readers.import.withUnusual')}
          </label>
        </>
      )}
      <div className="actions">{children}</div>
    </section>
  )
}
