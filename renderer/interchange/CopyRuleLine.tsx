import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyRule } from '../../shared/interchange/copy-rule.ts'
import { Button } from '../ui/Button.tsx'
import { CopyRuleDialog } from './CopyRuleDialog.tsx'
import { useCopyRuleWords } from './use-copy-rule-words.ts'

type Props = { rule: CopyRule | null; onChange: (rule: CopyRule | null) => void }

/** Where most systems that follow no other rule put a copy. */
const firstRule: CopyRule = CopyRule.parse({
  tags: ['852'],
  subfields: { accessionNumber: 'j|p', barcode: 'p' },
})

/** How copies are told from a record, in a sentence, and the way to change it. */
export function CopyRuleLine({ rule, onChange }: Props) {
  const { t } = useTranslation()
  const words = useCopyRuleWords()
  const [isEditing, setEditing] = useState(false)
  return (
    <div className="copy-rule-line">
      <label className="check">
        <input
          type="checkbox"
          checked={rule !== null}
          onChange={(event) => onChange(event.target.checked ? firstRule : null)}
        />
        {t('interchange.copyRule.take')}
      </label>
      <p className="soft">{rule ? words(rule) : t('interchange.copyRule.none')}</p>
      {rule && (
        <div className="actions">
          <Button icon="edit" onClick={() => setEditing(true)}>
            {t('interchange.copyRule.edit')}
          </Button>
        </div>
      )}
      {rule && isEditing && (
        <CopyRuleDialog
          rule={rule}
          onClose={() => setEditing(false)}
          onSave={(next) => {
            setEditing(false)
            onChange(next)
          }}
        />
      )}
    </div>
  )
}
