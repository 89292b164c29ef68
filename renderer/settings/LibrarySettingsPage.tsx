import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { LibraryFacts } from './LibraryFacts.tsx'
import { LibraryForm } from './LibraryForm.tsx'

export function LibrarySettingsPage() {
  const { t } = useTranslation()
  const mayChange = useCan()('settings.manage')
  const library = useQuery('settings.library', {})
  const provinces = useQuery('settings.provinces', {})
  const isReady = library.value && provinces.value
  return (
    <div className="page">
      <PageHeader title={t('settings.library.title')} hint={t('settings.library.hint')} />
      <Failure of={library.failure ?? provinces.failure} />
      {!mayChange && <Notice text={t('settings.library.readOnly')} />}
      {isReady && !mayChange && <LibraryFacts library={library.value} provinces={provinces.value} />}
      {isReady && mayChange && <LibraryForm library={library.value} provinces={provinces.value} />}
    </div>
  )
}
