import { useTranslation } from 'react-i18next'
import { attendanceParts, type Activity } from '../../shared/activities/contract.ts'
import { spanText } from '../../shared/dates.ts'
import { useNumberText } from '../ui/use-number-text.ts'

/** Every session with who came; parts nobody counted are left out. */
export function SessionTable({ activity: { sessions } }: { activity: Activity }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const shown = (['attended', ...attendanceParts] as const).filter(
    (part) => part === 'attended' || sessions.some((session) => session[part] !== null),
  )
  const sum = (part: (typeof shown)[number]) =>
    sessions.reduce((total, session) => total + (session.state === 'held' ? (session[part] ?? 0) : 0), 0)
  return (
    <section className="card">
      <h2>{t('activities.page.sessions', { shown: number(sessions.length) })}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('activities.session.on')}</th>
            <th scope="col">{t('activities.session.hours')}</th>
            <th scope="col">{t('activities.session.state')}</th>
            {shown.map((part) => (
              <th key={part} scope="col" className="end">
                {t(`activities.session.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <td className="nowrap">{spanText(session.on, session.until ?? session.on)}</td>
              <td className="nowrap">{[session.startTime, session.endTime].filter(Boolean).join('–')}</td>
              <td>
                {t(`activities.sessionStates.${session.state}`)}
                {session.note && <div className="soft small">{session.note}</div>}
              </td>
              {shown.map((part) => (
                <td key={part} className="end">
                  {session[part] === null ? '' : number(session[part])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {sessions.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('activities.page.total')}
              </th>
              {shown.map((part) => (
                <td key={part} className="end">
                  {number(sum(part))}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
