import { useTranslation } from 'react-i18next'
import type { ImportProfile } from '../../shared/interchange/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { IconButton } from '../ui/Button.tsx'
import { useTermName } from '../settings/index.ts'
import { useMeanings } from './use-meanings.ts'

type Maps = ImportProfile['valueMaps']
type Props = { maps: Maps; onChange: (maps: Maps) => void }

const kinds = ['site', 'store', 'source', 'condition', 'status', 'language', 'material'] as const

/** Words of the other system that were explained, each of which may be forgotten again. */
export function ProfileWords({ maps, onChange }: Props) {
  const { t } = useTranslation()
  const meanings = useMeanings()
  const languageName = useTermName('language')
  const said = kinds.flatMap((kind) =>
    Object.entries(maps[kind]).map(([text, meaning]) => ({ kind, text, meaning })),
  )
  if (said.length === 0) return null
  function nameOf(kind: (typeof kinds)[number], meaning: string): string {
    if (kind === 'language') return languageName(meaning)
    if (kind === 'material') return t(runtimeKey(`catalogue.materials.${meaning}`), { defaultValue: meaning })
    return meanings.options(kind).find(({ value }) => value === meaning)?.label ?? meaning
  }
  return (
    <details>
      <summary>{t('interchange.words.known', { count: said.length })}</summary>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('interchange.words.kind')}</th>
            <th scope="col">{t('interchange.words.text')}</th>
            <th scope="col">{t('interchange.words.meaning')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {said.map(({ kind, text, meaning }) => (
            <tr key={`${kind}/${text}`}>
              <td>{t(`interchange.targets.${kind}`)}</td>
              <td>{text}</td>
              <td>{nameOf(kind, meaning)}</td>
              <td className="end">
                <IconButton
                  icon="remove"
                  label={t('interchange.words.forget', { text })}
                  onClick={() => {
                    const { [text]: _, ...others } = maps[kind]
                    onChange({ ...maps, [kind]: others })
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
