import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { materials } from '../../shared/catalogue/contract.ts'
import { CandidateRules } from '../../shared/weeding/contract.ts'
import { placeKey, readPlace, usePlaces } from '../copies/index.ts'
import { useTermName, useTerms } from '../settings/index.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { hasRule, toggled } from './candidate-rules.ts'

type Props = { rules: CandidateRules; onApply: (rules: CandidateRules) => void }
type Part = { rules: CandidateRules; set: (change: Partial<CandidateRules>) => void }

const proposedSurplus = 3
const proposedMonths = 12
const proposedYears = 5

/** Which rules look for candidates, and in which part of the stock. */
export function CandidateRuleForm({ rules: applied, onApply }: Props) {
  const { t } = useTranslation()
  const [rules, setRules] = useState(applied)
  const set = (change: Partial<CandidateRules>) => setRules({ ...rules, ...change })
  function submit(event: FormEvent) {
    event.preventDefault()
    const parsed = CandidateRules.safeParse(rules)
    if (parsed.success) onApply(parsed.data)
  }
  return (
    <form className="rule-form" aria-label={t('weeding.rulesForm.label')} onSubmit={submit}>
      <div className="rule-fields">
        <Rules rules={rules} set={set} />
        <Scope rules={rules} set={set} />
        <Narrowing rules={rules} set={set} />
        <Protection rules={rules} set={set} />
      </div>
      <div className="actions">
        <Button kind="primary" type="submit" icon="search" disabled={!hasRule(rules)}>
          {t('weeding.rulesForm.submit')}
        </Button>
      </div>
    </form>
  )
}

type CheckProps = {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
  children?: ReactNode
}

function Check({ label, isOn, onChange, children }: CheckProps) {
  return (
    <div className="stack tight">
      <label className="check">
        <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
        <span>{label}</span>
      </label>
      {isOn && children && <div className="under-check">{children}</div>}
    </div>
  )
}

function Rules({ rules, set }: Part) {
  const { t } = useTranslation()
  return (
    <fieldset className="checks-column">
      <legend>{t('weeding.rulesForm.rules')}</legend>
      <Check
        label={t('weeding.rulesForm.surplus')}
        isOn={rules.surplusAbove !== null}
        onChange={(isOn) => set({ surplusAbove: isOn ? proposedSurplus : null })}
      >
        <NumberField
          label={t('weeding.rulesForm.surplusAbove')}
          value={rules.surplusAbove}
          onChange={(value) => set({ surplusAbove: value ?? proposedSurplus })}
        />
        <Check
          label={t('weeding.rulesForm.isPerSite')}
          isOn={rules.isPerSite}
          onChange={(isPerSite) => set({ isPerSite })}
        />
      </Check>
      {(['damaged', 'worn'] as const).map((condition) => (
        <Check
          key={condition}
          label={t(`weeding.rulesForm.${condition}`)}
          isOn={rules.conditions.includes(condition)}
          onChange={(isOn) => set({ conditions: toggled(rules.conditions, condition, isOn) })}
        />
      ))}
      <Check
        label={t('weeding.rulesForm.outdated')}
        isOn={rules.isOutdated}
        onChange={(isOutdated) => set({ isOutdated })}
      >
        <p className="soft small">
          {t('weeding.rulesForm.outdatedHint')}{' '}
          <Link to="/weeding/rules">{t('weeding.rulesForm.outdatedTable')}</Link>
        </p>
      </Check>
      <Check
        label={t('weeding.rulesForm.missing')}
        isOn={rules.missingMonths !== null}
        onChange={(isOn) => set({ missingMonths: isOn ? proposedMonths : null })}
      >
        <NumberField
          label={t('weeding.rulesForm.missingMonths')}
          hint={t('weeding.rulesForm.missingHint')}
          value={rules.missingMonths}
          onChange={(value) => set({ missingMonths: value ?? 0 })}
        />
      </Check>
      <Check
        label={t('weeding.rulesForm.unused')}
        isOn={rules.unusedYears !== null}
        onChange={(isOn) => set({ unusedYears: isOn ? proposedYears : null })}
      >
        <NumberField
          label={t('weeding.rulesForm.unusedYears')}
          hint={t('weeding.rulesForm.unusedHint')}
          value={rules.unusedYears}
          onChange={(value) => set({ unusedYears: value ?? proposedYears })}
        />
      </Check>
    </fieldset>
  )
}

function Scope({ rules, set }: Part) {
  const { t } = useTranslation()
  const languages = useTerms('language')
  const languageName = useTermName('language')
  const isOpen = rules.scopeLanguages.length > 0 || rules.scopeMaterials.length > 0
  return (
    <details className="rule-details" open={isOpen}>
      <summary>{t('weeding.rulesForm.scope')}</summary>
      <p className="soft small">{t('weeding.rulesForm.scopeHint')}</p>
      <Combobox
        label={t('weeding.rulesForm.scopeLanguage')}
        options={languages.filter(({ value }) => !rules.scopeLanguages.includes(value))}
        value=""
        onChange={(value) => value && set({ scopeLanguages: toggled(rules.scopeLanguages, value, true) })}
      />
      <Select
        label={t('weeding.rulesForm.scopeMaterial')}
        emptyLabel={t('weeding.rulesForm.choose')}
        value=""
        options={materials
          .filter((material) => !rules.scopeMaterials.includes(material))
          .map((material) => ({ value: material, label: t(`catalogue.materials.${material}`) }))}
        onChange={(event) => {
          const chosen = materials.find((material) => material === event.target.value)
          if (chosen) set({ scopeMaterials: toggled(rules.scopeMaterials, chosen, true) })
        }}
      />
      <div className="row">
        {rules.scopeLanguages.map((code) => (
          <Chip
            key={code}
            removeLabel={t('weeding.rulesForm.removeChip', { name: languageName(code) })}
            onRemove={() => set({ scopeLanguages: toggled(rules.scopeLanguages, code, false) })}
          >
            {languageName(code)}
          </Chip>
        ))}
        {rules.scopeMaterials.map((material) => (
          <Chip
            key={material}
            removeLabel={t('weeding.rulesForm.removeChip', {
              name: t(`catalogue.materials.${material}`),
            })}
            onRemove={() => set({ scopeMaterials: toggled(rules.scopeMaterials, material, false) })}
          >
            {t(`catalogue.materials.${material}`)}
          </Chip>
        ))}
      </div>
    </details>
  )
}

function Narrowing({ rules, set }: Part) {
  const { t } = useTranslation()
  const places = usePlaces()
  const languages = useTerms('language')
  const { siteId, storeId } = rules
  return (
    <details
      className="rule-details"
      open={siteId !== null || rules.material !== null || rules.language !== null || rules.ddc !== ''}
    >
      <summary>{t('weeding.rulesForm.within')}</summary>
      <Select
        label={t('weeding.rulesForm.place')}
        emptyLabel={t('weeding.rulesForm.anyPlace')}
        value={siteId === null ? '' : placeKey({ siteId, storeId })}
        options={places.options}
        onChange={(event) => set(readPlace(event.target.value) ?? { siteId: null, storeId: null })}
      />
      <Select
        label={t('weeding.rulesForm.material')}
        emptyLabel={t('weeding.rulesForm.anyMaterial')}
        value={rules.material ?? ''}
        options={materials.map((material) => ({
          value: material,
          label: t(`catalogue.materials.${material}`),
        }))}
        onChange={(event) =>
          set({ material: materials.find((material) => material === event.target.value) ?? null })
        }
      />
      <Combobox
        label={t('weeding.rulesForm.language')}
        options={languages}
        value={rules.language ?? ''}
        onChange={(value) => set({ language: value || null })}
      />
      <TextField
        label={t('weeding.rulesForm.ddc')}
        hint={t('weeding.rulesForm.ddcHint')}
        value={rules.ddc}
        maxLength={10}
        onChange={(event) => set({ ddc: event.target.value.trim() })}
      />
    </details>
  )
}

function Protection({ rules, set }: Part) {
  const { t } = useTranslation()
  return (
    <fieldset className="checks-column">
      <legend>{t('weeding.rulesForm.protection')}</legend>
      <p className="soft small">{t('weeding.rulesForm.protectionHint')}</p>
      <Check
        label={t('weeding.rulesForm.includesProtected')}
        isOn={rules.includesProtected}
        onChange={(includesProtected) => set({ includesProtected })}
      />
      <Check
        label={t('weeding.rulesForm.includesLast')}
        isOn={rules.includesLast}
        onChange={(includesLast) => set({ includesLast })}
      />
    </fieldset>
  )
}
