import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rememberColumns } from '../../shared/interchange/profile.ts'
import type { ColumnMap } from '../../shared/interchange/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CopyRuleLine } from './CopyRuleLine.tsx'
import { ProfileSaveDialog } from './ProfileSaveDialog.tsx'
import { ProfileSelect } from './ProfileSelect.tsx'
import type { Looked } from './use-column-map.ts'
import { plainProfile, type NewRunTools } from './use-new-run.ts'
import type { Profiles } from './use-profiles.ts'

type Props = { tools: NewRunTools; profiles: Profiles; found: Looked; columns: ColumnMap | null }

/** How the file is read: by a profile, changed where it does not fit, and kept for the next file. */
export function ProfileCard({ tools, profiles, found, columns }: Props) {
  const { t } = useTranslation()
  const { run, change, changeProfile } = tools
  const { profile, origin } = run
  const [isSaving, setSaving] = useState(false)
  const suggested = profiles.suggested(found)
  const isSuggested = suggested !== undefined && suggested.id === origin.id && suggested.code === origin.code
  const isMarc = found.records.length > 0
  return (
    <section className="card">
      <h2>{t('interchange.new.how')}</h2>
      <Failure of={profiles.failure} />
      <div className="form-grid">
        <ProfileSelect
          profiles={profiles}
          origin={origin}
          hint={isSuggested ? t('interchange.new.suggested') : t('interchange.new.profileHint')}
          onChange={(known) =>
            change({
              profile: known?.profile ?? plainProfile,
              origin: { id: known?.id ?? null, code: known?.code ?? '' },
              isOwnChoice: true,
              columns: null,
            })
          }
        />
        <TextField
          label={t('interchange.facts.source')}
          hint={t('interchange.new.sourceHint')}
          isRequired={run.settings.kind === 'refresh'}
          value={profile.source}
          maxLength={100}
          onChange={(event) => changeProfile({ source: event.target.value })}
        />
        <div className="field-actions">
          <Button icon="save" onClick={() => setSaving(true)}>
            {t('interchange.new.saveProfile')}
          </Button>
        </div>
      </div>
      {isMarc && <CopyRuleLine rule={profile.copies} onChange={(copies) => changeProfile({ copies })} />}
      {isSaving && (
        <ProfileSaveDialog
          profile={columns ? rememberColumns(profile, columns) : profile}
          own={profiles.own}
          originId={origin.id}
          onClose={() => setSaving(false)}
          onSaved={(saved) => {
            setSaving(false)
            change({ profile: saved.profile, origin: saved, isOwnChoice: true, columns: null })
          }}
        />
      )}
    </section>
  )
}
