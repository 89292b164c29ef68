import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '../../renderer/ui/ActDialog.tsx'
import { Select } from '../../renderer/ui/Select.tsx'
import { TextArea } from '../../renderer/ui/TextField.tsx'
import { useToast } from '../../renderer/ui/Toasts.tsx'
import { indicatorList, textKeyOf } from '../../shared/indicators/formulas.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { LibraryRecord } from '../office/contract.ts'
import { useAct } from './asking.ts'
import { periodKey, periodOf, usePeriodName } from './period-name.ts'

/** A question on one figure, or on a whole period; it goes out with the next signed message. */
export function AskDialog({ library, onClose }: { library: LibraryRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const nameOf = usePeriodName()
  const toast = useToast()
  const { run, failure, isRunning } = useAct()
  const periods = [...new Map(library.packages.map((row) => [periodKey(row), row])).values()]
  const [period, setPeriod] = useState(periods[0] ? periodKey(periods[0]) : '')
  const [code, setCode] = useState('')
  const [text, setText] = useState('')
  async function ask() {
    const body = { libraryId: library.id, period: periodOf(period), figureCode: code || null, text }
    if (!(await run({ method: 'POST', path: '/questions', body }))) return
    toast({ text: t('ministry.ask.asked') })
    onClose()
  }
  return (
    <ActDialog
      title={t('ministry.ask.title', { name: library.name })}
      submit={t('ministry.ask.act')}
      icon="send"
      isReady={text.trim() !== ''}
      isRunning={isRunning}
      failure={failure}
      onSubmit={ask}
      onClose={onClose}
    >
      <Select
        label={t('ministry.reports.period')}
        value={period}
        options={periods.map((row) => ({ value: periodKey(row), label: nameOf(row) }))}
        onChange={(event) => setPeriod(event.target.value)}
      />
      <Select
        label={t('ministry.ask.figure')}
        value={code}
        emptyLabel={t('ministry.ask.whole')}
        options={indicatorList.map((indicator) => ({
          value: indicator.code,
          label: `${indicator.code} ${t(runtimeKey(`indicators.names.${textKeyOf(indicator.code)}`))}`,
        }))}
        onChange={(event) => setCode(event.target.value)}
      />
      <TextArea
        label={t('ministry.ask.text')}
        isRequired
        rows={4}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ActDialog>
  )
}
