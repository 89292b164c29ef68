import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportLines } from '../../shared/indicators/formulas.ts'
import type { Output } from '../app/operation-types.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'

const asks = ['value', 'year', 'plan', 'change'] as const
type Props = { figures: Output<'reports.period'>['figures']; onInsert: (token: string) => void }

/** Puts a number that follows the data where the caret stands. */
export function InsertFigure({ figures, onInsert }: Props) {
  const { t } = useTranslation()
  const { name } = useIndicatorTexts()
  const [code, setCode] = useState('')
  const [what, setWhat] = useState<(typeof asks)[number]>('value')
  return (
    <div className="row insert-figure">
      <Select
        label={t('reports.narrative.insertWhich')}
        value={code}
        emptyLabel=""
        onChange={(event) => setCode(event.target.value)}
        options={reportLines(figures).map((figure) => ({
          value: figure.code,
          label: `${figure.code} · ${name(figure.code)}`,
        }))}
      />
      <Select
        label={t('reports.narrative.asksLabel')}
        value={what}
        onChange={(event) => setWhat(asks.find((each) => each === event.target.value) ?? 'value')}
        options={asks.map((each) => ({ value: each, label: t(`reports.narrative.asks.${each}`) }))}
      />
      <Button
        icon="add"
        disabled={code === ''}
        onClick={() => onInsert(what === 'value' ? `{${code}}` : `{${code}:${what}}`)}
      >
        {t('reports.narrative.insert')}
      </Button>
    </div>
  )
}
