import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ImportProfile, profileEncodings } from '../../shared/interchange/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { CopyRuleLine } from './CopyRuleLine.tsx'
import { DefaultsPart } from './DefaultsPart.tsx'
import { ProfileColumns } from './ProfileColumns.tsx'
import { ProfileWords } from './ProfileWords.tsx'
import { useEncodingOptions } from './use-encoding-options.ts'
import type { KnownProfile } from './use-profiles.ts'

type Props = { known: KnownProfile; name: string; onClose: () => void }

/** All of a profile; a ready one is kept as a profile of the library's own. */
export function ProfileDialog({ known, name, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const encodings = useEncodingOptions()
  const save = useCommand('interchange.saveProfile')
  const [profile, setProfile] = useState<ImportProfile>({ ...known.profile, name })
  const change = (part: Partial<ImportProfile>) => setProfile({ ...profile, ...part })
  const next = ImportProfile.safeParse(profile)
  const isReady = known.id === null && known.code !== ''
  async function submit() {
    if (!next.success) return
    const answer = await save.run({ id: known.id, profile: next.data })
    if (!answer.ok) return
    toast({ text: t('interchange.profileList.saved', { name: next.data.name }) })
    onClose()
  }
  return (
    <Dialog
      title={
        known.id === null
          ? t(isReady ? 'interchange.profileList.copy' : 'interchange.profileList.add', { name })
          : t('interchange.profileList.edit', { name })
      }
      onClose={onClose}
      isWide
      actions={
        <>
          <Button
            kind="primary"
            icon="save"
            disabled={!next.success || save.isRunning}
            onClick={() => void submit()}
          >
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <div className="stack">
        <Failure of={save.failure} />
        <div className="form-grid">
          <TextField
            label={t('interchange.profileList.name')}
            isRequired
            isWide
            maxLength={200}
            value={profile.name}
            error={profile.name.trim() === '' ? 'required' : undefined}
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextField
            label={t('interchange.facts.source')}
            hint={t('interchange.new.sourceHint')}
            maxLength={100}
            value={profile.source}
            onChange={(event) => change({ source: event.target.value })}
          />
          <Select
            label={t('interchange.encoding.label')}
            value={profile.encoding}
            options={encodings}
            onChange={({ target: { value } }) =>
              change({ encoding: profileEncodings.find((code) => code === value) ?? 'auto' })
            }
          />
          <Select
            label={t('interchange.reads.label')}
            value={profile.reads}
            options={(['marc21', 'local_fields'] as const).map((reads) => ({
              value: reads,
              label: t(`interchange.reads.${reads}`),
            }))}
            onChange={({ target: { value } }) =>
              change({ reads: value === 'local_fields' ? 'local_fields' : 'marc21' })
            }
          />
        </div>
        <CopyRuleLine rule={profile.copies} onChange={(copies) => change({ copies })} />
        <details open={profile.reads === 'local_fields'}>
          <summary>{t('interchange.profileList.columns', { count: profile.columns.length })}</summary>
          <ProfileColumns columns={profile.columns} onChange={(columns) => change({ columns })} />
        </details>
        <details>
          <summary>{t('interchange.defaults.title')}</summary>
          <DefaultsPart profile={profile} onChange={change} />
        </details>
        <ProfileWords maps={profile.valueMaps} onChange={(valueMaps) => change({ valueMaps })} />
      </div>
    </Dialog>
  )
}
