import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { Button } from '../ui/Button.tsx'
import { PropertyList, type Property } from '../ui/PropertyList.tsx'
import { ProfileSaveDialog } from './ProfileSaveDialog.tsx'
import { useProfiles } from './use-profiles.ts'
import { useRunWords } from './use-run-words.ts'

/** Where the file came from and how it was read. */
export function RunFacts({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const { size, kind, encoding, rule } = useRunWords()
  const { options, files } = run
  const profiles = useProfiles()
  const own = profiles.own.find(({ profile }) => profile.name === options.profile.name)
  const [isSaving, setSaving] = useState(false)
  const properties: Property[] = [
    {
      key: 'files',
      label: t('interchange.facts.files'),
      value: files.map((file) => `${file.name} (${kind(file.kind)}, ${size(file.size)})`).join('\n'),
    },
    { key: 'encoding', label: t('interchange.facts.encoding'), value: encoding(run.encoding) },
    { key: 'kind', label: t('interchange.facts.kind'), value: t(`interchange.new.kinds.${options.kind}`) },
    { key: 'profile', label: t('interchange.facts.profile'), value: options.profile.name },
    { key: 'source', label: t('interchange.facts.source'), value: options.profile.source },
    {
      key: 'effectiveOn',
      label: t('interchange.facts.effectiveOn'),
      value: displayDate(options.effectiveOn),
    },
    {
      key: 'isOpening',
      label: t('interchange.facts.stock'),
      value: t(options.isOpening ? 'interchange.new.stock.opening' : 'interchange.new.stock.new'),
    },
    { key: 'rules', label: t('interchange.facts.rules'), value: options.rules.map(rule).join('; ') },
    {
      key: 'started',
      label: t('interchange.facts.started'),
      value: [displayInstant(run.startedAt), run.userName].filter(Boolean).join(' · '),
    },
    ...(run.hasFile
      ? []
      : [{ key: 'file', label: t('interchange.facts.file'), value: t('interchange.facts.fileGone') }]),
  ]
  return (
    <section className="card">
      <h2>{t('interchange.facts.title')}</h2>
      <PropertyList isNarrow properties={properties} />
      <div className="actions">
        <Button icon="save" onClick={() => setSaving(true)}>
          {t('interchange.new.saveProfile')}
        </Button>
      </div>
      {isSaving && (
        <ProfileSaveDialog
          profile={options.profile}
          own={profiles.own}
          originId={own?.id ?? null}
          onClose={() => setSaving(false)}
          onSaved={() => setSaving(false)}
        />
      )}
    </section>
  )
}
