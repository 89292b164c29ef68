import type { FieldPath, FieldValues, PathValue, UseFormReturn } from 'react-hook-form'
import type { Draft } from './use-draft.ts'

type Settling<Values> = {
  /** The form as it was when saving began. */
  sent: Values
  /** What the form begins with from now on. */
  saved: Values
  /** What of the form as it stands now is still to be saved. */
  unsaved: (now: Values) => Values
}

/**
 * What was sent is saved. What was typed while the answer was on its way is not: it stays in the form, to be saved
 * next, and in the draft. Answers whether there was any.
 */
export async function settle<Values extends FieldValues, Output>(
  form: Pick<UseFormReturn<Values, unknown, Output>, 'getValues' | 'setValue' | 'reset'>,
  draft: Pick<Draft, 'finish'>,
  { sent, saved, unsaved }: Settling<Values>,
): Promise<boolean> {
  await draft.finish()
  const now = structuredClone(form.getValues())
  form.reset(saved)
  if (JSON.stringify(now) === JSON.stringify(sent)) return false
  // Set one by one, as if typed: the draft that was just discarded is written again.
  for (const [name, value] of Object.entries(unsaved(now))) {
    form.setValue(name as FieldPath<Values>, value as PathValue<Values, FieldPath<Values>>, {
      shouldDirty: true,
    })
  }
  return true
}
