import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { LoanRow } from '../../shared/readers/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = {
  loans: readonly LoanRow[]
  /** At the desk, where only what is due matters. */
  isShort?: boolean
  onChanged?: () => void
}

/** What somebody has, with what is due next on top. */
export function LoanList({ loans, isShort = false, onChanged }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const renew = useCommand('readers.renewLoan')
  const lose = useCommand('readers.markLost')
  const undo = useCommand('readers.undoLoan')
  const columns = isShort
    ? (['accessionNumber', 'title', 'dueOn'] as const)
    : (['accessionNumber', 'title', 'lentOn', 'dueOn', 'renewals'] as const)
  async function renewLoan({ id, rev }: LoanRow) {
    const answer = await renew.run({ id, rev })
    if (!answer.ok) return
    const renewed = answer.value
    onChanged?.()
    toast({
      text: t('readers.desk.renewed', { on: displayDate(renewed.dueOn) }),
      onUndo: async () => {
        await undo.run({ id, rev: renewed.rev })
        onChanged?.()
      },
    })
  }
  async function markLost({ id, rev, title }: LoanRow) {
    const answer = await lose.run({ id, rev })
    if (!answer.ok) return
    onChanged?.()
    toast({ text: t('readers.desk.lostDone', { title }) })
  }
  return (
    <>
      <Failure of={renew.failure ?? lose.failure ?? undo.failure} />
      <table className="plain-table loan-table">
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col">
                {t(`readers.columns.${key}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {loans.map((loan) => (
            <tr key={loan.id}>
              <td className="mono">
                <Link to={`/copies/${loan.copyId}`}>{loan.accessionNumber}</Link>
              </td>
              <td>{loan.title}</td>
              {!isShort && <td className="nowrap">{displayDate(loan.lentOn)}</td>}
              <td className="nowrap">
                {displayDate(loan.dueOn)}
                {loan.lateDays > 0 && (
                  <strong className="loan-late"> {t('readers.desk.late', { count: loan.lateDays })}</strong>
                )}
              </td>
              {!isShort && <td className="end">{loan.renewals}</td>}
              <td>
                {can('readers.write') && (
                  <span className="row">
                    <Button disabled={renew.isRunning} onClick={() => void renewLoan(loan)}>
                      {t('readers.desk.renew')}
                    </Button>
                    <Button kind="quiet" disabled={lose.isRunning} onClick={() => void markLost(loan)}>
                      {t('readers.desk.lost')}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
