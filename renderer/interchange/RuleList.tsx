import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MatchRule } from '../../shared/interchange/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { RowOrder } from '../ui/RowOrder.tsx'
import { useRunWords } from './use-run-words.ts'

type Props = { rules: MatchRule[]; onChange: (rules: MatchRule[]) => void }

const plain = ['control_number', 'isbn', 'title'] as const

/** By what a record is taken for one that is there, asked in this order. */
export function RuleList({ rules, onChange }: Props) {
  const { t } = useTranslation()
  const { rule: words } = useRunWords()
  const [tag, setTag] = useState('')
  const [code, setCode] = useState('')
  const field = MatchRule.safeParse({ by: 'field', tag: tag.trim().toUpperCase(), code: code.trim() })
  const missing = plain.filter((by) => !rules.some((rule) => rule.by === by))
  const isTwin = (rule: MatchRule) => rules.some((other) => words(other) === words(rule))
  return (
    <fieldset className="plain-fieldset rule-list">
      <legend>{t('interchange.facts.rules')}</legend>
      {rules.length === 0 && (
        <p className="fact warn">
          <Icon name="warning" />
          <span>{t('interchange.rules.none')}</span>
        </p>
      )}
      <ol className="numbered">
        {rules.map((rule, at) => (
          <li key={words(rule)}>
            <span className="row">
              <span>{words(rule)}</span>
              <RowOrder
                rows={rules}
                at={at}
                labels={{
                  up: t('interchange.rules.up', { rule: words(rule) }),
                  down: t('interchange.rules.down', { rule: words(rule) }),
                  remove: t('interchange.rules.remove', { rule: words(rule) }),
                }}
                onChange={onChange}
              />
            </span>
          </li>
        ))}
      </ol>
      <div className="row">
        {missing.map((by) => (
          <Button key={by} kind="quiet" icon="add" onClick={() => onChange([...rules, { by }])}>
            {t(`interchange.rules.${by}`)}
          </Button>
        ))}
        <span className="rule-field row">
          <span className="soft">{t('interchange.rules.byField')}</span>
          <input
            className="input mono"
            aria-label={t('interchange.rules.tag')}
            placeholder="035"
            maxLength={3}
            value={tag}
            onChange={(event) => setTag(event.target.value)}
          />
          <input
            className="input mono"
            aria-label={t('interchange.rules.code')}
            placeholder="a"
            maxLength={1}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button
            kind="quiet"
            icon="add"
            disabled={!field.success || isTwin(field.data) || rules.length >= mostRules}
            onClick={() => {
              if (!field.success) return
              onChange([...rules, field.data])
              setTag('')
              setCode('')
            }}
          >
            {t('interchange.rules.add')}
          </Button>
        </span>
      </div>
    </fieldset>
  )
}

const mostRules = 10
