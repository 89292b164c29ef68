import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../app/DraftNotice.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { countText, meantBy, readCount } from './count-text.ts'
import { CounterLine } from './CounterLine.tsx'
import { PastDialog } from './PastDialog.tsx'
import { useSavingCounters } from './use-saving-counters.tsx'
import { tallyKeyOf, useTallyKeys } from './use-tally-keys.ts'

type Props = {
  place: { siteId: number; on: string }
  kinds: readonly { code: string; name: string }[]
  day: Output<'readers.counterDay'>
  mayWrite: boolean
  mayTally: boolean
}
type Values = { typed: Record<string, string> }

/** A line for each counter. Whatever is typed waits for saving; what is counted one by one is recorded at once. */
export function CounterDayForm({ place, kinds, day, mayWrite, mayTally }: Props) {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  const style = useMemo(() => numberStyle(i18n.language), [i18n.language])
  const recorded = useMemo(() => {
    const valueOf = (code: string) => day.counts.find(({ kindCode }) => kindCode === code)?.value
    return Object.fromEntries(kinds.map(({ code }) => [code, countText(valueOf(code), style)]))
  }, [day.counts, kinds, style])
  // Only what was typed is kept: what another desk counted meanwhile shows everywhere else.
  const form = useForm<Values>({ defaultValues: { typed: {} } })
  const draft = useDraft(`readers.counterDay/${place.siteId}/${place.on}`, form)
  const typed = useWatch({ control: form.control, name: 'typed' })
  const textOf = (code: string) => typed[code] ?? recorded[code] ?? ''
  const [past, setPast] = useState<{ code: string; name: string } | null>(null)
  const tally = useCommand('readers.tally')
  const saving = useSavingCounters(async () => {
    form.reset({ typed: {} })
    await draft.finish()
  })
  const wrong = kinds.filter(({ code }) => readCount(textOf(code), style) === 'wrong')
  const changed = kinds.filter(({ code }) => textOf(code) !== recorded[code])

  function save() {
    if (wrong.length > 0) return
    const cells = changed.map(({ code }) => {
      const value = readCount(textOf(code), style)
      return { on: place.on, kindCode: code, value: value === 'wrong' ? null : value }
    })
    void saving.run({ siteId: place.siteId, cells })
  }
  const count = (code: string, by: 1 | -1) => void tally.run({ siteId: place.siteId, kindCode: code, by })
  useShortcut('Ctrl+Enter', save)
  useTallyKeys(
    kinds.map(({ code }) => code),
    count,
    mayTally,
  )
  return (
    <>
      <DraftNotice draft={draft} />
      <Failure of={tally.failure} />
      {saving.parts}
      {day.loans > 0 && <Notice text={t('readers.counters.loans', { shown: number(day.loans) })} />}
      <div className="counter-lines" role="group" aria-label={t('readers.counters.dayTitle')}>
        {kinds.map(({ code, name }, at) => (
          <CounterLine
            key={code}
            name={name}
            text={textOf(code)}
            isWrong={wrong.some((each) => each.code === code)}
            meant={countText(meantBy(textOf(code), style), style) || null}
            isChanged={changed.some((each) => each.code === code)}
            isReadOnly={!mayWrite}
            isCorrected={day.counts.some((each) => each.kindCode === code && each.isCorrected)}
            usual={day.usual.find(({ kindCode }) => kindCode === code)}
            tallyKey={mayTally ? tallyKeyOf(at) : null}
            onType={(text) => form.setValue('typed', { ...typed, [code]: text }, { shouldDirty: true })}
            onTally={mayTally ? (by) => count(code, by) : null}
            onPast={() => setPast({ code, name })}
          />
        ))}
      </div>
      {mayWrite && (
        <div className="actions counter-actions">
          <Button
            kind="primary"
            icon="save"
            shortcut="Ctrl+Enter"
            disabled={changed.length === 0 || wrong.length > 0 || saving.isRunning}
            onClick={save}
          >
            {t('readers.counters.save')}
          </Button>
          <Button disabled={changed.length === 0} onClick={() => draft.drop()}>
            {t('common.actions.cancel')}
          </Button>
        </div>
      )}
      {past && <PastDialog {...place} kindCode={past.code} name={past.name} onClose={() => setPast(null)} />}
    </>
  )
}
