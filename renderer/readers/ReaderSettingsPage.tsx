import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { GroupPart } from './GroupPart.tsx'
import { ReaderTabs } from './ReaderTabs.tsx'
import { RuleForm } from './RuleForm.tsx'

/** What the library keeps of its readers, and how it lends. */
export function ReaderSettingsPage() {
  const { t } = useTranslation()
  const { value, failure } = useQuery('readers.settings', {})
  return (
    <div className="page">
      <PageHeader title={t('readers.settings.title')} hint={t('readers.settings.hint')} />
      <ReaderTabs />
      <Failure of={failure} />
      {value && <RuleForm key={value.rev} settings={value} />}
      <GroupPart />
    </div>
  )
}
