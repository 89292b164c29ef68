import { useTranslation } from 'react-i18next'
import { Field } from '../ui/Field.tsx'
import type { KnownProfile, Profiles } from './use-profiles.ts'

type Props = {
  profiles: Profiles
  origin: { id: number | null; code: string }
  hint: string
  onChange: (known: KnownProfile | null) => void
}

function keyOf({ id, code }: { id: number | null; code: string }): string {
  return id === null ? code : String(id)
}

/** The library's own profiles first, then those that come with the program. */
export function ProfileSelect({ profiles, origin, hint, onChange }: Props) {
  const { t } = useTranslation()
  const { own, ready, nameOf } = profiles
  const options = (list: KnownProfile[]) =>
    list.map((known) => (
      <option key={keyOf(known)} value={keyOf(known)}>
        {nameOf(known)}
      </option>
    ))
  return (
    <Field label={t('interchange.facts.profile')} hint={hint}>
      {(wiring) => (
        <select
          {...wiring}
          className="input"
          value={keyOf(origin)}
          onChange={({ target: { value } }) =>
            onChange([...own, ...ready].find((known) => keyOf(known) === value) ?? null)
          }
        >
          <option value="">{t('interchange.new.noProfile')}</option>
          {own.length > 0 && <optgroup label={t('interchange.profileList.own')}>{options(own)}</optgroup>}
          <optgroup label={t('interchange.profileList.ready')}>{options(ready)}</optgroup>
        </select>
      )}
    </Field>
  )
}
