import { useTranslation } from 'react-i18next'
import { useAbout } from '../app/about.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { InstallationGuide } from './InstallationGuide.tsx'
import { LicenceList } from './LicenceList.tsx'
import { PolicyList } from './PolicyList.tsx'
import { ProgramFiles } from './ProgramFiles.tsx'

/** The program as it is installed on this PC, for whoever looks after PCs. */
export function ProgramPage() {
  const { t } = useTranslation()
  const about = useAbout()
  const fact = (name: 'version' | 'dataFolder' | 'installFolder', value: string) => ({
    key: name,
    label: t(`settings.program.${name}`),
    value,
    isWide: name !== 'version',
  })
  return (
    <div className="page">
      <PageHeader title={t('settings.program.title')} hint={t('settings.program.hint')} />
      <div className="stack">
        <section className="card">
          <h2>{t('settings.program.here')}</h2>
          {about === null && <Notice icon="info" text={t('settings.program.browser')} />}
          {about && (
            <PropertyList
              properties={[
                fact('version', about.version),
                fact('dataFolder', about.dataFolder),
                fact('installFolder', about.installFolder ?? ''),
              ]}
            />
          )}
        </section>
        {about && <ProgramFiles found={about.selfTest} />}
        {about && <PolicyList policies={about.policies} />}
        <InstallationGuide />
        <LicenceList />
      </div>
    </div>
  )
}
