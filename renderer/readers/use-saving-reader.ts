import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ReaderRecord } from '../../shared/readers/contract.ts'
import { useCommand } from '../app/operations.ts'
import type { Draft } from '../app/use-draft.ts'
import { useFailureText } from '../ui/Failure.tsx'
import { placeRefusal } from '../ui/Form.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { consentsOf, type ReaderValues } from './reader-values.ts'

const fieldByCode = {
  group_not_found: 'groupId',
  born_in_future: 'bornOn',
  guardian_missing: 'guardian',
  duplicate_card: 'cardNumber',
}

type Saving = {
  reader: ReaderRecord | null
  form: UseFormReturn<ReaderValues, unknown, ReaderValues>
  draft: Draft
}

/** Issues a card or saves a change; whoever may be there already is asked about. */
export function useSavingReader({ reader, form, draft }: Saving) {
  const { t } = useTranslation()
  const toast = useToast()
  const navigate = useNavigate()
  const text = useFailureText()
  const add = useCommand('readers.addReader')
  const update = useCommand('readers.updateReader')
  async function save(given: ReaderValues, accepted: 'same_person'[]) {
    const { consents: _, cardNumber, ...fields } = given
    const answer = reader
      ? await update.run({ ...fields, id: reader.id, rev: reader.rev })
      : await add.run({
          ...fields,
          cardNumber,
          consents: consentsOf(given, ['reader', 'guardian']),
          accepted,
        })
    if (!answer.ok) {
      if (placeRefusal(form, { failure: answer.error, fieldByCode, text })) (reader ? update : add).clear()
      return
    }
    await draft.finish()
    const [card] = answer.value.cards
    toast({ text: reader ? t('common.saved') : t('readers.form.issued', { number: card?.number ?? '' }) })
    void navigate(`/readers/${answer.value.id}`, { replace: true })
  }
  const failure = add.failure ?? update.failure
  const isTwin = failure?.code === 'same_person'
  return {
    save,
    twin: isTwin ? failure : null,
    failure: isTwin ? null : failure,
    clear: add.clear,
    isRunning: add.isRunning || update.isRunning,
  }
}
