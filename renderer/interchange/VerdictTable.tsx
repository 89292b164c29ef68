import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { verdicts, type Decision, type ImportRun, type Verdict } from '../../shared/interchange/contract.ts'
import { decisionOf, possibleDecisions } from '../../shared/interchange/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { recordsPath } from './records-address.ts'
import { VerdictChip } from './StateChip.tsx'
import { useRunWords } from './use-run-words.ts'

type Props = {
  run: ImportRun
  /** Lines with a decision of their own. */
  decided: number
}

/** What the records of the file are, how many of each, and what becomes of them. */
export function VerdictTable({ run, decided }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { ruleName } = useRunWords()
  const set = useCommand('interchange.setPolicy')
  const { counts, options } = run
  const isStaged = run.state === 'staged'
  const met = verdicts.filter((verdict) => (counts.byVerdict[verdict] ?? 0) > 0)
  function choose(verdict: Verdict, decision: Decision) {
    const policy = verdict === 'inside' ? { onInside: decision } : { onMatch: decision }
    void set.run({ id: run.id, rev: run.rev, ...policy })
  }
  return (
    <section className="card">
      <h2>{t('interchange.run.verdicts')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('interchange.run.inFile')}</th>
            <th className="end">{t('interchange.run.records')}</th>
            <th>{t(isStaged ? 'interchange.run.becomes' : 'interchange.run.became')}</th>
          </tr>
        </thead>
        <tbody>
          {met.map((verdict) => {
            const decision = decisionOf({ verdict, decision: null }, options)
            const isAsked =
              isStaged &&
              (verdict === 'inside' ||
                (verdict === 'changed' && options.kind === 'import') ||
                (verdict === 'same' && options.kind === 'import' && !met.includes('changed')))
            return (
              <tr key={verdict}>
                <td>
                  <VerdictChip verdict={verdict} />
                </td>
                <td className="end">
                  <Link
                    className="figure-value"
                    to={recordsPath(run.id, { verdicts: [verdict] })}
                    aria-label={t('interchange.run.door', {
                      name: t(`interchange.verdicts.${verdict}`),
                      shown: number(counts.byVerdict[verdict] ?? 0),
                    })}
                  >
                    {number(counts.byVerdict[verdict] ?? 0)}
                  </Link>
                </td>
                <td>
                  {isAsked ? (
                    <select
                      className="input"
                      aria-label={t('interchange.run.policy', { name: t(`interchange.verdicts.${verdict}`) })}
                      value={decision}
                      disabled={set.isRunning}
                      onChange={({ target: { value } }) => {
                        const chosen = policies(verdict).find((each) => each === value)
                        if (chosen) choose(verdict, chosen)
                      }}
                    >
                      {policies(verdict).map((each) => (
                        <option key={each} value={each}>
                          {t(`interchange.decisions.${each}`)}
                        </option>
                      ))}
                    </select>
                  ) : (
                    t(`interchange.decisions.${decision}`)
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Failure of={set.failure} />
      {met.length === 0 && <p className="soft">{t('interchange.run.nothingRead')}</p>}
      {counts.byRule.length > 0 && (
        <p className="soft small">
          {t('interchange.run.knownBy', {
            rules: counts.byRule.map(({ code, count }) => `${ruleName(code)} (${number(count)})`).join(', '),
          })}
        </p>
      )}
      {isStaged && decided > 0 && (
        <p className="soft small">{t('interchange.run.decided', { shown: number(decided) })}</p>
      )}
    </section>
  )
}

/** What may be said of all of a verdict at once: a repeat may have no title yet, and what is just so needs no overlay. */
function policies(verdict: Verdict): Decision[] {
  const possible = possibleDecisions({ verdict, titleId: verdict === 'inside' ? null : 1 })
  return verdict === 'same' ? possible.filter((decision) => decision !== 'overlay') : possible
}
