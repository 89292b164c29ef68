import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ActivityFields, type Activity } from '../../shared/activities/contract.ts'
import { useCall, useCommand } from '../app/operations.ts'
import { useConflict } from '../app/use-conflict.ts'
import type { Draft } from '../app/use-draft.ts'
import { useFailureText } from '../ui/Failure.tsx'
import { placeRefusal } from '../ui/Form.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { useToast } from '../ui/Toasts.tsx'
import type { TheirParts } from './ActivityDisputed.tsx'
import { fieldsOfParts, partsOf, type ActivityParts } from './activity-parts.ts'
import { valuesOf, type ActivityValues } from './activity-values.ts'
import type { ChosenEvidence } from './chosen-evidence.ts'
import { useAttach } from './use-attach.ts'

const fieldByCode = { type_not_found: 'typeCode', site_not_found: 'siteId' }
/** Refusals that only ask whether it is meant. */
const asking = ['sessions_overlap', 'outside_campaign'] as const
type Accepted = (typeof asking)[number][]

type Saving = {
  /** Null for a new one. */
  id: number | null
  form: UseFormReturn<ActivityValues, unknown, ActivityFields>
  draft: Draft
  evidence: readonly ChosenEvidence[]
}
type Given = { accepted: Accepted; isMerged?: boolean }

/** Saves what was typed: asks where it is seldom meant so, and merges with what others saved meanwhile. */
export function useSaveActivity({ id, form, draft, evidence }: Saving) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const text = useFailureText()
  const call = useCall()
  const add = useCommand('activities.add')
  const update = useCommand('activities.update')
  const remove = useCommand('activities.remove')
  const { attach } = useAttach()
  const [asked, setAsked] = useState<{ fields: ActivityFields; given: Given; question: string } | null>(null)
  const conflict = useConflict<ActivityParts, TheirParts>({
    fieldsOf: ({ rev: _, ...parts }) => parts,
    current,
    saveMerged,
  })

  async function save(fields: ActivityFields, given: Given = { accepted: [] }): Promise<void> {
    const { accepted } = given
    setAsked(null)
    const began = form.getValues('began')
    const answer =
      id !== null && began
        ? await update.run({ ...fields, accepted, id, rev: began.rev })
        : await add.run({ ...fields, accepted })
    if (answer.ok) return saved(answer.value, given)
    const { clear } = id === null ? add : update
    const code = asking.find((each) => each === answer.error.code)
    if (code) {
      clear()
      const next = { ...given, accepted: [...accepted, code] }
      setAsked({ fields, given: next, question: text(answer.error) })
    } else if (answer.error.code === 'stale' && began) {
      await conflict.meet(partsOf(fields), partsOf(began.base))
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text })) clear()
  }

  async function saved(activity: Activity, { isMerged = false }: Given): Promise<void> {
    const before = form.getValues('began')?.base
    await draft.finish()
    await attach(activity.id, evidence)
    const { name, rev } = activity
    const done = id === null ? 'activities.form.added' : isMerged ? 'ui.conflict.merged' : 'common.saved'
    toast({ text: t(done, { name }), onUndo: () => undo(activity.id, rev, before) })
    void navigate(`/activities/${activity.id}`, { replace: true })
  }

  async function undo(saved: number, rev: number, before: ActivityFields | undefined): Promise<void> {
    if (before) await update.run({ ...before, id: saved, rev, accepted: [...asking] })
    else await remove.run({ id: saved, rev })
  }

  async function current(): Promise<TheirParts | null> {
    const answer = await call('activities.activity', { id: id ?? 0 })
    if (!answer.ok) return null
    update.clear()
    return { ...partsOf(ActivityFields.parse(answer.value)), rev: answer.value.rev }
  }

  function saveMerged(parts: ActivityParts, { rev, ...theirs }: TheirParts): Promise<void> {
    const merged = fieldsOfParts(parts)
    const values = valuesOf(merged, { rev, base: fieldsOfParts(theirs) }, numberStyle(i18n.language))
    form.reset(values, { keepDefaultValues: true })
    return save(merged, { accepted: [], isMerged: true })
  }

  return {
    save,
    conflict,
    question: asked?.question ?? null,
    accept: async () => asked && save(asked.fields, asked.given),
    failure: add.failure ?? update.failure,
    isRunning: add.isRunning || update.isRunning,
  }
}
