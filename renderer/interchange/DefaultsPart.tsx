import { useTranslation } from 'react-i18next'
import { acquisitionSources, materials } from '../../shared/catalogue/contract.ts'
import { conditions, copyStatuses } from '../../shared/copies/contract.ts'
import { ImportProfile } from '../../shared/interchange/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useTerms } from '../settings/index.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = { profile: ImportProfile; onChange: (change: Partial<ImportProfile>) => void }
type Defaults = ImportProfile['defaults']

const lists = [
  { key: 'source', codes: acquisitionSources, words: 'catalogue.sources' },
  { key: 'condition', codes: conditions, words: 'copies.conditions' },
  { key: 'status', codes: copyStatuses, words: 'copies.statuses' },
] as const

/** What is meant where the file says nothing, and which fields a refresh leaves as they are here. */
export function DefaultsPart({ profile, onChange }: Props) {
  const { t } = useTranslation()
  const languages = useTerms('language')
  const { defaults } = profile
  const set = (change: Partial<Defaults>) => onChange({ defaults: { ...defaults, ...change } })
  return (
    <div className="form-grid">
      <Select
        label={t('catalogue.fields.material')}
        value={defaults.material}
        options={materials.map((code) => ({ value: code, label: t(`catalogue.materials.${code}`) }))}
        onChange={({ target: { value } }) =>
          set({ material: materials.find((known) => known === value) ?? 'book' })
        }
      />
      <Combobox
        label={t('catalogue.fields.language')}
        value={defaults.language}
        options={languages}
        onChange={(language) => set({ language })}
      />
      {lists.map(({ key, codes, words }) => (
        <Select
          key={key}
          label={t(`interchange.targets.${key}`)}
          value={defaults[key]}
          emptyLabel={t('interchange.defaults.unsaid')}
          options={codes.map((code) => ({ value: code, label: t(runtimeKey(`${words}.${code}`)) }))}
          onChange={({ target: { value } }) => set({ [key]: codes.find((known) => known === value) ?? '' })}
        />
      ))}
      <TextField
        label={t('interchange.targets.store')}
        value={defaults.store}
        maxLength={300}
        onChange={(event) => set({ store: event.target.value })}
      />
      <LocalTags tags={profile.localTags} onChange={(localTags) => onChange({ localTags })} />
    </div>
  )
}

type TagsProps = { tags: string[]; onChange: (tags: string[]) => void }

/** Typed as words; what is not yet a tag waits for its last letter. */
function LocalTags({ tags, onChange }: TagsProps) {
  const { t } = useTranslation()
  return (
    <TextField
      key={tags.join()}
      label={t('interchange.defaults.localTags')}
      hint={t('interchange.defaults.localTagsHint')}
      defaultValue={tags.join(' ')}
      onBlur={(event) => {
        const typed = event.target.value.toUpperCase().match(/[0-9A-Z]{3}/g) ?? []
        const next = [...new Set(typed)]
        if (next.join() !== tags.join()) onChange(next)
      }}
    />
  )
}
