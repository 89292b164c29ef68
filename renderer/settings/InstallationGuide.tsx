import { useTranslation } from 'react-i18next'
import { guideParts, typedInGuide } from '../../shared/settings/installation-guide.ts'

/** For whoever looks after many PCs: how the program is installed, told things beforehand, and defended. */
export function InstallationGuide() {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2>{t('settings.guide.title')}</h2>
      <div className="stack">
        {guideParts.map((part) => (
          <details key={part}>
            <summary>{t(`settings.guide.${part}.title`)}</summary>
            <p>{t(`settings.guide.${part}.text`)}</p>
            <pre className="typed">{typedInGuide[part].join('\n')}</pre>
            <p>{t(`settings.guide.${part}.more`)}</p>
          </details>
        ))}
      </div>
    </section>
  )
}
