import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeedingRule } from '../../shared/weeding/contract.ts'
import { leastKeptYears, proposedAges } from '../../shared/weeding/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { EntryGrid } from '../ui/EntryGrid.tsx'
import { Failure } from '../ui/Failure.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useTermName } from '../settings/index.ts'
import { blankRow, problemsOf, readAges, rowsOf, type AgeKey } from './age-rows.ts'

const widths = { from: 120, to: 100, years: 90 }

/** Nothing here is a rule of law but the five years; the page says of each figure where it comes from. */
export function RuleForm({ rule, mayChange }: { rule: WeedingRule; mayChange: boolean }) {
  const { t } = useTranslation()
  const toast = useToast()
  const set = useCommand('weeding.setRule')
  const [intervalYears, setInterval] = useState(rule.intervalYears)
  const [keptYears, setKept] = useState<number | null>(rule.keptYears)
  const [rows, setRows] = useState(() => rowsOf(rule.ages ?? proposedAges))
  const { ages, faults } = readAges(rows)
  const isProposed = JSON.stringify(ages) === JSON.stringify(proposedAges)
  const termName = useTermName('ddcClass')
  /** The narrowest class that the reference list has a name for. */
  const className = (code: string) => {
    const known = [code, code.slice(0, 2), code.slice(0, 1)].find(
      (part) => part !== '' && termName(part) !== part,
    )
    return known === undefined ? '' : termName(known)
  }
  const column = (key: AgeKey) => ({
    key,
    label: t(`weeding.rule.columns.${key}`),
    widthPx: widths[key],
    isRequired: key !== 'to',
    isFixed: !mayChange,
  })
  const isKeptWrong = keptYears === null || keptYears < leastKeptYears
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (faults.length > 0 || isKeptWrong) return
    const answer = await set.run({ intervalYears, keptYears, ages: isProposed ? null : ages })
    if (answer.ok) toast({ text: t('common.saved') })
  }
  return (
    <form className="rule-page" aria-label={t('weeding.rule.title')} onSubmit={(event) => void submit(event)}>
      <div className="form-grid">
        <NumberField
          label={t('weeding.rule.interval')}
          hint={t('weeding.rule.intervalHint')}
          value={intervalYears}
          disabled={!mayChange}
          onChange={setInterval}
        />
        <NumberField
          label={t('weeding.rule.kept')}
          hint={t('weeding.rule.keptHint')}
          error={isKeptWrong ? t('weeding.rule.keptWrong', { least: leastKeptYears }) : undefined}
          isRequired
          value={keptYears}
          disabled={!mayChange}
          onChange={setKept}
        />
      </div>
      <h2>{t('weeding.rule.ages')}</h2>
      <Notice text={t(isProposed ? 'weeding.rule.proposed' : 'weeding.rule.own')}>
        {mayChange && !isProposed && (
          <Button onClick={() => setRows(rowsOf(proposedAges))}>{t('weeding.rule.takeProposed')}</Button>
        )}
      </Notice>
      <EntryGrid
        label={t('weeding.rule.ages')}
        columns={[
          column('from'),
          column('to'),
          { ...column('years'), align: 'end' },
          {
            key: 'name',
            label: t('weeding.rule.columns.name'),
            widthPx: 200,
            grows: true,
            isFixed: true,
          },
        ]}
        rows={rows.map((row) => ({ ...row, name: className(row.from.trim()) }))}
        onChange={(changed) => setRows(changed.map(({ name: _, ...row }) => row))}
        problems={problemsOf(faults, (fault) => t(`weeding.rule.faults.${fault}`))}
        {...(mayChange ? { newRow: () => ({ ...blankRow, name: '' }), mayRemoveRows: true } : {})}
        maxRows={200}
      />
      <Failure of={set.failure} />
      {mayChange && (
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={faults.length > 0 || set.isRunning}>
            {t('common.actions.save')}
          </Button>
        </div>
      )}
    </form>
  )
}
