import { useEffect, useEffectEvent, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { weedingGrounds, type CandidateRules, type WeedingGround } from '../../shared/weeding/contract.ts'
import { isListOpen } from '../../shared/weeding/rules.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  rules: CandidateRules
  without: number[]
  /** Those that are meant; null for all that were found. */
  only: number[] | null
  count: number
  /** How many of them have no ground yet. */
  groundless: number
  weedingId: number | null
  onClose: () => void
}

/** Into which dossier the candidates go: one whose list is open, or a new one. */
export function GatherDialog({ rules, without, only, count, groundless, weedingId, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const year = Number(isoDateAt(Date.now()).slice(0, 4))
  const open = usePages('weeding.list', { view: 'open' })
  const choices = open.rows.filter(({ stage }) => isListOpen(stage))
  const [chosen, setChosen] = useState<string | null>(weedingId === null ? null : String(weedingId))
  const [name, setName] = useState(() => t('weeding.form.defaultName', { year }))
  const [ground, setGround] = useState<WeedingGround | ''>('')
  const add = useCommand('weeding.addWeeding')
  const gather = useJob('weeding.gather')
  useGathered(gather.output, gather.clear)
  const to = chosen ?? (choices[0] ? String(choices[0].id) : '')
  const isNew = to === ''
  async function submit(event: FormEvent) {
    event.preventDefault()
    let id = Number(to)
    if (isNew) {
      const answer = await add.run({ name, year })
      if (!answer.ok) return
      id = answer.value.id
      setChosen(String(id))
    }
    await gather.start({ id, rules, without, only, groundMeant: ground || null })
  }
  return (
    <Dialog title={t('weeding.gather.title', { count: count, shown: number(count) })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Select
          label={t('weeding.gather.to')}
          value={to}
          options={choices.map(({ id, name: known }) => ({ value: String(id), label: known }))}
          emptyLabel={t('weeding.gather.new')}
          onChange={(event) => setChosen(event.target.value)}
        />
        {isNew && (
          <TextField
            label={t('weeding.fields.name')}
            isRequired
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        {groundless > 0 && (
          <Select
            label={t('weeding.gather.ground', { count: groundless, shown: number(groundless) })}
            hint={t('weeding.gather.groundHint')}
            emptyLabel={t('weeding.gather.chooseGround')}
            isRequired
            value={ground}
            options={weedingGrounds.map((each) => ({ value: each, label: t(`copies.grounds.${each}`) }))}
            onChange={(event) => setGround(weedingGrounds.find((each) => each === event.target.value) ?? '')}
          />
        )}
        <p className="soft small">{t('weeding.gather.text')}</p>
        <Failure of={add.failure} />
        <JobProgress run={gather} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            disabled={
              gather.isRunning ||
              add.isRunning ||
              (isNew && name.trim() === '') ||
              (groundless > 0 && ground === '')
            }
          >
            {t('weeding.gather.submit', { count: count, shown: number(count) })}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Once gathered, the dossier is shown, and the whole act can be taken back. */
function useGathered(output: Output<'weeding.gather'> | null, forget: () => void) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const number = useNumberText()
  const undo = useCommand('weeding.undoGathering')
  const show = useEffectEvent(({ weedingId, added, jobId }: Output<'weeding.gather'>) => {
    forget()
    toast({
      text: t('weeding.gather.done', { count: added, shown: number(added) }),
      onUndo: async () => {
        const answer = await undo.run({ id: weedingId, jobId })
        if (answer.ok)
          toast({
            text: t('weeding.gather.undone', {
              count: answer.value.items,
              shown: number(answer.value.items),
            }),
          })
      },
    })
    void navigate(`/weeding/${weedingId}`)
  })
  useEffect(() => {
    if (output) show(output)
  }, [output])
}
