import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { issueStates } from '../../shared/catalogue/contract.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { RowOf } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { IconButton } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Issue = RowOf<'catalogue.issues'>
type Props = {
  rows: Issue[]
  chosen: ReadonlySet<number>
  mayWrite: boolean
  onToggle: (id: number) => void
  onToggleAll: () => void
}

const columns = ['volume', 'number', 'publishedOn', 'receivedOn', 'state', 'boundIn'] as const

/** The issues as a table whose states are changed in place. */
export function IssueTable({ rows, chosen, mayWrite, onToggle, onToggleAll }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const refusalText = useFailureText()
  const update = useCommand('catalogue.updateIssue')
  const remove = useCommand('catalogue.removeIssue')
  const add = useCommand('catalogue.addIssues')

  function setState(issue: Issue, state: Issue['state']) {
    const { titleId, copyId, accessionNumber, ...fields } = issue
    const receivedOn = state === 'received' ? (issue.receivedOn ?? isoDateAt(Date.now())) : null
    void update.run({ ...fields, state, receivedOn })
  }
  async function removeIssue(issue: Issue) {
    const { id, rev, titleId, copyId, accessionNumber, ...fields } = issue
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    toast({
      text: t('catalogue.serials.removed', { number: issue.number }),
      onUndo: async () => {
        const again = await add.run({ titleId, issues: [fields] })
        if (!again.ok) toast({ text: refusalText(again.error) })
      },
    })
  }
  return (
    <>
      <Failure of={update.failure ?? remove.failure} />
      <div className="scrolls issue-table">
        <table className="plain-table">
          <thead>
            <tr>
              {mayWrite && (
                <th scope="col">
                  <input
                    type="checkbox"
                    aria-label={t('catalogue.serials.chooseAll')}
                    checked={rows.every(({ id }) => chosen.has(id))}
                    onChange={onToggleAll}
                  />
                </th>
              )}
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`catalogue.serials.columns.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((issue) => (
              <tr key={issue.id}>
                {mayWrite && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('catalogue.serials.choose', { number: issue.number })}
                      checked={chosen.has(issue.id)}
                      onChange={() => onToggle(issue.id)}
                    />
                  </td>
                )}
                <td>{issue.volume}</td>
                <td>{issue.number}</td>
                <td>{issue.publishedOn && displayDate(issue.publishedOn)}</td>
                <td>{issue.receivedOn && displayDate(issue.receivedOn)}</td>
                <td>
                  {mayWrite ? (
                    <select
                      className="input"
                      aria-label={t('catalogue.serials.stateOf', { number: issue.number })}
                      value={issue.state}
                      onChange={(event) => {
                        const state = issueStates.find((name) => name === event.target.value)
                        if (state) setState(issue, state)
                      }}
                    >
                      {issueStates.map((state) => (
                        <option key={state} value={state}>
                          {t(`catalogue.issueStates.${state}`)}
                        </option>
                      ))}
                    </select>
                  ) : (
                    t(`catalogue.issueStates.${issue.state}`)
                  )}
                </td>
                <td>
                  {issue.copyId !== null && (
                    <Link to={`/copies/${issue.copyId}`}>{issue.accessionNumber}</Link>
                  )}
                </td>
                <td>
                  {mayWrite && issue.copyId === null && (
                    <IconButton
                      icon="remove"
                      label={t('catalogue.serials.remove', { number: issue.number })}
                      onClick={() => void removeIssue(issue)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
