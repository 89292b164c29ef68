import { useTranslation } from 'react-i18next'
import type { Library } from '../../shared/settings/contract.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { LetterheadPreview } from './LetterheadPreview.tsx'
import { fieldsOf, paperFieldNames, profileFieldNames } from './library-values.ts'
import { useShownField, type Provinces } from './use-shown-field.ts'

/** The settings for those who only read them. */
export function LibraryFacts({ library, provinces }: { library: Library; provinces: Provinces }) {
  const { t } = useTranslation()
  const shown = useShownField(provinces)
  const fields = fieldsOf(library)
  const groups = [
    { key: 'profile', names: profileFieldNames },
    { key: 'papers', names: paperFieldNames },
  ] as const
  return (
    <div className="columns">
      <div className="stack">
        {groups.map(({ key, names }) => (
          <section key={key} className="card">
            <h2>{t(`settings.library.${key}`)}</h2>
            <PropertyList
              properties={names.map((name) => ({
                key: name,
                label: t(`settings.fields.${name}`),
                value: shown(name, fields),
                isWide: name === 'name' || name === 'governingBody' || name === 'recipients',
              }))}
            />
          </section>
        ))}
      </div>
      <LetterheadPreview library={fields} />
    </div>
  )
}
