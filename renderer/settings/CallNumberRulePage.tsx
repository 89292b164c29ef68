import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { CallNumberRuleForm } from './CallNumberRuleForm.tsx'

export function CallNumberRulePage() {
  const { t } = useTranslation()
  const mayChange = useCan()('settings.manage')
  const { value: rule, failure } = useQuery('settings.callNumberRule', {})
  return (
    <div className="page">
      <PageHeader title={t('settings.callNumbers.title')} hint={t('settings.callNumbers.hint')} />
      <Failure of={failure} />
      {!mayChange && <Notice text={t('settings.callNumbers.readOnly')} />}
      {rule && <CallNumberRuleForm rule={rule} mayChange={mayChange} />}
    </div>
  )
}
