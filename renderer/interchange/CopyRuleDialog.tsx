import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyRule, CopySubfields } from '../../shared/interchange/copy-rule.ts'
import { copyTargets } from '../../shared/interchange/targets.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { StateCodeTable } from './StateCodeTable.tsx'

type Props = { rule: CopyRule; onClose: () => void; onSave: (rule: CopyRule) => void }
type Part = { tags: string; subfields: Record<string, string> }
const places = [...copyTargets, 'callNumber'] as const

function typed({ tags, subfields }: Pick<CopyRule, 'tags' | 'subfields'>): Part {
  return { tags: tags.join(' '), subfields: { ...subfields } }
}

function read({ tags, subfields }: Part) {
  const said = Object.entries(subfields).flatMap(([place, text]) =>
    text.trim() === '' ? [] : [[place, text.trim()]],
  )
  return { tags: tags.toUpperCase().match(/[0-9A-Z]{3}/g) ?? [], subfields: Object.fromEntries(said) }
}

/** Which fields tell of copies and which of their subfields say what: every library has its own. */
export function CopyRuleDialog({ rule, onClose, onSave }: Props) {
  const { t } = useTranslation()
  const [main, setMain] = useState<Part>(() => typed(rule))
  const [items, setItems] = useState<Part | null>(() => rule.items && typed(rule.items))
  const [numbers, setNumbers] = useState(rule.numbers)
  const [statusCodes, setStatusCodes] = useState(rule.statusCodes)
  const next = CopyRule.safeParse({ ...read(main), items: items && read(items), numbers, statusCodes })
  return (
    <Dialog
      title={t('interchange.copyRule.title')}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button
            kind="primary"
            icon="save"
            disabled={!next.success}
            onClick={() => next.success && onSave(next.data)}
          >
            {t('common.actions.save')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <div className="stack">
        <p className="soft">{t('interchange.copyRule.hint')}</p>
        <PartFields part={main} label={t('interchange.copyRule.tags')} onChange={setMain} />
        <label className="check">
          <input
            type="checkbox"
            checked={items !== null}
            onChange={(event) => setItems(event.target.checked ? { tags: '876', subfields: {} } : null)}
          />
          {t('interchange.copyRule.hasItems')}
        </label>
        {items && <PartFields part={items} label={t('interchange.copyRule.itemTags')} onChange={setItems} />}
        <Select
          label={t('interchange.copyRule.numbers')}
          value={numbers}
          options={(['one', 'list'] as const).map((each) => ({
            value: each,
            label: t(`interchange.copyRule.numbersOf.${each}`),
          }))}
          onChange={(event) => setNumbers(event.target.value === 'one' ? 'one' : 'list')}
        />
        <StateCodeTable codes={statusCodes} onChange={setStatusCodes} />
      </div>
    </Dialog>
  )
}

function PartFields({
  part,
  label,
  onChange,
}: {
  part: Part
  label: string
  onChange: (part: Part) => void
}) {
  const { t } = useTranslation()
  const { tags, subfields } = part
  return (
    <div className="form-grid subfield-grid">
      <TextField
        label={label}
        className="mono"
        isRequired
        isWide
        value={tags}
        error={read(part).tags.length === 0 ? t('interchange.copyRule.tagsWrong') : undefined}
        onChange={(event) => onChange({ ...part, tags: event.target.value })}
      />
      {places.map((place) => {
        const text = subfields[place] ?? ''
        const isWrong = text.trim() !== '' && !CopySubfields.safeParse({ [place]: text.trim() }).success
        return (
          <TextField
            key={place}
            label={t(`interchange.targets.${place}`)}
            value={text}
            error={isWrong ? t('interchange.copyRule.subfieldWrong') : undefined}
            onChange={(event) =>
              onChange({ ...part, subfields: { ...subfields, [place]: event.target.value } })
            }
          />
        )
      })}
    </div>
  )
}
