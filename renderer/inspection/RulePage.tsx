import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { KindForm } from './KindForm.tsx'
import { TableForm } from './TableForm.tsx'

/** What the library has settled: kinds of findings, and the table that says how many pages are looked at. */
export function RulePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const kinds = useQuery('inspection.kinds', {})
  const rule = useQuery('inspection.rule', {})
  useShortcut('Escape', () => void navigate('/inspection'))
  return (
    <div className="page">
      <PageHeader
        title={t('inspection.rules.title')}
        hint={t('inspection.rules.hint')}
        back={{ to: '/inspection', label: t('inspection.list.title') }}
      />
      <Failure of={kinds.failure ?? rule.failure} />
      <div className="inspection-rules">
        {kinds.value && <KindForm key={JSON.stringify(kinds.value)} kinds={kinds.value} />}
        {rule.value && <TableForm key={JSON.stringify(rule.value)} rule={rule.value} />}
      </div>
    </div>
  )
}
