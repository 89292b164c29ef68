import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { recordsPath } from './records-address.ts'
import { useRunWords } from './use-run-words.ts'

/** What was wrong in the file, by kind; each number opens its records. */
export function RunProblems({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { problem } = useRunWords()
  return (
    <section className="card">
      <h2>{t('interchange.run.problems')}</h2>
      <table className="plain-table">
        <tbody>
          {run.counts.problems.map(({ code, count }) => (
            <tr key={code}>
              <td>{problem(code)}</td>
              <td className="end">
                <Link
                  className="figure-value"
                  to={recordsPath(run.id, { problem: code })}
                  aria-label={t('interchange.run.door', { name: problem(code), shown: number(count) })}
                >
                  {number(count)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
