import { useTranslation } from 'react-i18next'
import { decisions, type Decision } from '../../shared/interchange/contract.ts'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { DefaultsPart } from './DefaultsPart.tsx'
import { RuleList } from './RuleList.tsx'
import type { NewRunTools } from './use-new-run.ts'

const kinds = ['import', 'refresh'] as const
const stocks = ['opening', 'new'] as const

/** What the import is for, what it counts as, and what becomes of what is there already. */
export function OptionsCard({ tools }: { tools: NewRunTools }) {
  const { t } = useTranslation()
  const { settings, profile } = tools.run
  const { changeSettings, changeProfile } = tools
  const isRefresh = settings.kind === 'refresh'
  const policy = (label: string, value: Decision, onChange: (decision: Decision) => void) => (
    <Select
      label={label}
      value={value}
      options={decisions.map((decision) => ({
        value: decision,
        label: t(`interchange.decisions.${decision}`),
      }))}
      onChange={(event) => {
        const decision = decisions.find((known) => known === event.target.value)
        if (decision) onChange(decision)
      }}
    />
  )
  return (
    <section className="card">
      <h2>{t('interchange.new.options')}</h2>
      <div className="option-groups">
        <fieldset className="plain-fieldset choice-list">
          <legend>{t('interchange.facts.kind')}</legend>
          {kinds.map((kind) => (
            <label key={kind} className="check">
              <input
                type="radio"
                name="run-kind"
                checked={settings.kind === kind}
                onChange={() => changeSettings({ kind })}
              />
              <span>
                {t(`interchange.new.kinds.${kind}`)}
                <br />
                <span className="soft small">{t(`interchange.new.kindHints.${kind}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset className="plain-fieldset choice-list">
          <legend>{t('interchange.facts.stock')}</legend>
          {stocks.map((stock) => (
            <label key={stock} className="check">
              <input
                type="radio"
                name="run-stock"
                checked={settings.isOpening === (stock === 'opening')}
                onChange={() => changeSettings({ isOpening: stock === 'opening' })}
              />
              <span>
                {t(`interchange.new.stock.${stock}`)}
                <br />
                <span className="soft small">{t(`interchange.new.stockHints.${stock}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </div>
      <div className="form-grid">
        <DateField
          label={t('interchange.facts.effectiveOn')}
          hint={t('interchange.new.effectiveHint')}
          value={settings.effectiveOn}
          isRequired
          onChange={(effectiveOn) => changeSettings({ effectiveOn })}
        />
        {!isRefresh &&
          policy(t('interchange.new.onMatch'), settings.onMatch, (onMatch) => changeSettings({ onMatch }))}
        {policy(t('interchange.new.onInside'), settings.onInside, (onInside) => changeSettings({ onInside }))}
      </div>
      {isRefresh ? (
        <p className="soft small">{t('interchange.new.refreshRules')}</p>
      ) : (
        <RuleList rules={settings.rules} onChange={(rules) => changeSettings({ rules })} />
      )}
      <details>
        <summary>{t('interchange.defaults.title')}</summary>
        <DefaultsPart profile={profile} onChange={changeProfile} />
      </details>
    </section>
  )
}
