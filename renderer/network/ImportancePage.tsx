import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Standing } from '../../shared/network/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useAsOf } from '../app/use-as-of.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { NetworkTabs } from './NetworkTabs.tsx'
import { StandingChip } from './StandingChip.tsx'

/** Where the figures of a criterion are opened row by row. */
const figures = { users: '/indicators/M2a.10', visits: '/indicators/g.5', technology: '/facilities/workflow' }

/** The criteria of an important library, checked against what the library has recorded. */
export function ImportancePage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const { on, narrow } = useAsOf()
  const { value, failure } = useQuery('network.importance', { on }, { keepsPrevious: true })
  return (
    <div className="page">
      <PageHeader title={t('network.importance.title')} hint={t('network.importance.hint')}>
        <Button icon="print" onClick={() => window.print()}>
          {t('common.list.print')}
        </Button>
      </PageHeader>
      <NetworkTabs />
      <div className="as-of-bar no-print">
        <DateField
          label={t('common.list.on')}
          value={on}
          onChange={(day) => narrow({ on: day === isoDateAt(Date.now()) ? null : day })}
        />
      </div>
      <Failure of={failure} />
      {value && (
        <section className="card">
          <h2>
            {t('network.importance.span', { from: displayDate(value.from), to: displayDate(on) })}{' '}
            <StandingChip standing={value.standing} />
          </h2>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('network.importance.criterion')}</th>
                <th scope="col" className="end">
                  {t('network.fields.value')}
                </th>
                <th scope="col" className="end">
                  {t('network.fields.least')}
                </th>
                <th scope="col">{t('network.fields.result')}</th>
                <th scope="col">{t('network.fields.basis')}</th>
              </tr>
            </thead>
            <tbody>
              {value.criteria.map(({ measure, least, basis, value: there, standing }) => (
                <tr key={measure}>
                  <td>
                    <Link to={figures[measure]}>{t(`network.measures.${measure}`)}</Link>
                  </td>
                  <td className="end">{there === null ? t('network.words.unknownValue') : number(there)}</td>
                  <td className="end">{number(least)}</td>
                  <td>
                    <StandingChip standing={standing} />
                  </td>
                  <td>{basis}</td>
                </tr>
              ))}
              {(['website', 'opac'] as const).map((service) => (
                <tr key={service}>
                  <td>
                    <Link to="/facilities/services">{t(`network.importance.${service}`)}</Link>
                  </td>
                  <td className="end">{t(`network.answers.${answerOf(value[service])}`)}</td>
                  <td className="end">{t('network.importance.needed')}</td>
                  <td>
                    <StandingChip standing={standingOfService(value[service])} />
                  </td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

function answerOf(isThere: boolean | null): 'yes' | 'no' | 'unknown' {
  if (isThere === null) return 'unknown'
  return isThere ? 'yes' : 'no'
}

function standingOfService(isThere: boolean | null): Standing {
  if (isThere === null) return 'unknown'
  return isThere ? 'met' : 'not_met'
}
