import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RuleForm } from './RuleForm.tsx'
import { WeedingTabs } from './WeedingTabs.tsx'

/** What the library has settled about weeding: how often, how long papers are kept, how long classes serve. */
export function RulesPage() {
  const { t } = useTranslation()
  const can = useCan()
  const { value, failure } = useQuery('weeding.rule', {})
  return (
    <div className="page filled">
      <PageHeader title={t('weeding.rule.title')} hint={t('weeding.rule.hint')} />
      <WeedingTabs />
      <Failure of={failure} />
      {value && <RuleForm key={JSON.stringify(value)} rule={value} mayChange={can('weeding.write')} />}
    </div>
  )
}
