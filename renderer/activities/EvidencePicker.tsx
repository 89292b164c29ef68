import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceKinds } from '../../shared/activities/contract.ts'
import { chooseFiles } from '../app/evidence-files.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { prepared, together, type ChosenEvidence } from './chosen-evidence.ts'

type Props = { chosen: readonly ChosenEvidence[]; onChange: (chosen: ChosenEvidence[]) => void }

/** Files to be kept as proof, each with what it is; pictures are made small at once. */
export function EvidencePicker({ chosen, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const [refused, setRefused] = useState<string[]>([])
  const [isBusy, setBusy] = useState(false)
  async function choose() {
    if (isBusy) return
    const files = await chooseFiles()
    if (files.length === 0) return
    setBusy(true)
    const more = await prepared(files)
    setBusy(false)
    setRefused(more.refused)
    onChange(together(chosen, more.evidence))
  }
  return (
    <div className="stack">
      {refused.map((name) => (
        <Notice key={name} icon="warning" text={t('activities.errors.not_evidence', { name })} />
      ))}
      {chosen.length > 0 && (
        <ul className="evidence-list">
          {chosen.map(({ key, kind, file }, at) => (
            <li key={key}>
              <InlineSelect
                label={t('activities.evidence.kind')}
                value={kind}
                options={evidenceKinds.map((each) => ({
                  value: each,
                  label: t(`activities.evidenceKinds.${each}`),
                }))}
                onChange={(value) =>
                  onChange(
                    chosen.map((each, place) =>
                      place === at
                        ? { ...each, kind: evidenceKinds.find((one) => one === value) ?? kind }
                        : each,
                    ),
                  )
                }
              />
              <span>{file.name}</span>
              <span className="soft small nowrap">{formatSize(file.size, numberStyle(i18n.language))}</span>
              <IconButton
                icon="close"
                label={t('activities.evidence.leaveOut', { name: file.name })}
                onClick={() => onChange(chosen.filter((_, place) => place !== at))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {/* Disabled it would lose the focus, and with it the keys of the form. */}
        <Button icon="attach" aria-busy={isBusy} onClick={() => void choose()}>
          {t(isBusy ? 'activities.evidence.shrinking' : 'activities.evidence.choose')}
        </Button>
        <span className="soft small">{t('activities.evidence.hint')}</span>
      </div>
    </div>
  )
}
