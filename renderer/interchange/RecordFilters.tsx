import { useTranslation } from 'react-i18next'
import { verdicts, type ImportRun } from '../../shared/interchange/contract.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import type { RecordsAsked } from './records-address.ts'
import { useRunWords } from './use-run-words.ts'

type Props = {
  run: ImportRun
  asked: RecordsAsked
  preview: { isShown: boolean; toggle: () => void }
  onChange: (asked: RecordsAsked) => void
}

/** Chips for what records turned out to be, and a choice among the problems there are. */
export function RecordFilters({ run, asked, preview, onChange }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { problem } = useRunWords()
  const { byVerdict, problems } = run.counts
  const met = verdicts.filter((verdict) => (byVerdict[verdict] ?? 0) > 0)
  const isNarrowed = asked.verdicts.length > 0 || asked.problem !== null
  return (
    <div className="row no-print">
      <div className="row verdict-filters" role="group" aria-label={t('interchange.records.filter')}>
        {met.map((verdict) => {
          const isOn = asked.verdicts.includes(verdict)
          return (
            <Button
              key={verdict}
              aria-pressed={isOn}
              onClick={() =>
                onChange({
                  ...asked,
                  verdicts: isOn
                    ? asked.verdicts.filter((other) => other !== verdict)
                    : [...asked.verdicts, verdict],
                })
              }
            >
              {t(`interchange.verdicts.${verdict}`)}
              <span className="soft number">{number(byVerdict[verdict] ?? 0)}</span>
            </Button>
          )
        })}
      </div>
      {problems.length > 0 && (
        <InlineSelect
          label={t('interchange.records.problem')}
          value={asked.problem ?? ''}
          emptyLabel={t('interchange.records.anyProblem')}
          options={problems.map(({ code, count }) => ({
            value: code,
            label: `${problem(code)} (${number(count)})`,
          }))}
          onChange={(code) => onChange({ ...asked, problem: code === '' ? null : code })}
        />
      )}
      {isNarrowed && (
        <Button kind="quiet" icon="close" onClick={() => onChange({ verdicts: [], problem: null })}>
          {t('catalogue.filters.clear')}
        </Button>
      )}
      <span className="spacer" />
      <IconButton
        icon="panel"
        label={t('interchange.records.preview')}
        shortcut="F4"
        aria-pressed={preview.isShown}
        onClick={preview.toggle}
      />
    </div>
  )
}
