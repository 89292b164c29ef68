import { useTranslation } from 'react-i18next'
import { profileEncodings, type ImportProfile } from '../../shared/interchange/contract.ts'
import { Select } from '../ui/Select.tsx'
import type { Looked } from './use-column-map.ts'
import { useRunWords } from './use-run-words.ts'

type Encoding = ImportProfile['encoding']
type Props = { encoding: Looked['encoding']; chosen: Encoding; onChange: (encoding: Encoding) => void }

const shownSamples = 6

/** How sure a guess is, in words. */
function certaintyOf(confidence: number): 'sure' | 'likely' | 'unsure' {
  if (confidence >= 0.9) return 'sure'
  return confidence >= 0.6 ? 'likely' : 'unsure'
}

/** In which letters the file is written: what was guessed, how sure that is, and what it looks like before and after. */
export function EncodingPart({ encoding: { guessed, confidence, samples }, chosen, onChange }: Props) {
  const { t } = useTranslation()
  const words = useRunWords()
  const isAuto = chosen === 'auto'
  const shown = samples.filter(({ before, after }) => before !== after).slice(0, shownSamples)
  const certainty = certaintyOf(confidence)
  return (
    <div className="encoding">
      <div className="form-grid narrow">
        <Select
          label={t('interchange.encoding.label')}
          value={chosen}
          options={profileEncodings.map((value) => ({
            value,
            label:
              value === 'auto'
                ? t('interchange.encoding.auto', { encoding: words.encoding(guessed) })
                : words.encoding(value),
          }))}
          hint={
            isAuto
              ? t(`interchange.encoding.${certainty}`)
              : t('interchange.encoding.chosen', { encoding: words.encoding(guessed) })
          }
          onChange={({ target: { value } }) =>
            onChange(profileEncodings.find((known) => known === value) ?? 'auto')
          }
        />
      </div>
      {shown.length > 0 && (
        <details open={guessed !== 'utf8' || certainty !== 'sure' || !isAuto}>
          <summary>{t('interchange.encoding.samples')}</summary>
          <div className="scrolls" tabIndex={0} role="region" aria-label={t('interchange.encoding.samples')}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('interchange.encoding.before')}</th>
                  <th scope="col">{t('interchange.encoding.after')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ before, after }, at) => (
                  <tr key={at}>
                    <td className="soft" title={before}>
                      {before}
                    </td>
                    <td title={after}>{after}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </div>
  )
}
