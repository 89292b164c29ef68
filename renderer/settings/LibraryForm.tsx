import { useForm, useWatch, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { rev } from '../../shared/fields.ts'
import { LibraryFields as librarySchema, type Library } from '../../shared/settings/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCall, useCommand } from '../app/operations.ts'
import { Disputed } from '../app/Disputed.tsx'
import { useConflict } from '../app/use-conflict.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { LetterheadPreview } from './LetterheadPreview.tsx'
import {
  beganWith,
  fieldsOf,
  libraryFieldNames,
  type ChangedLibrary,
  type LibraryFields,
  type LibraryValues,
} from './library-values.ts'
import { PaperFieldset } from './PaperFieldset.tsx'
import { ProfileFieldset } from './ProfileFieldset.tsx'
import { useShownField, type Provinces } from './use-shown-field.ts'

const libraryChange = librarySchema.extend({ rev, base: librarySchema })
const fieldByCode = { unknown_province: 'formerProvinceCode' }

/** The profile and what official papers need, with the paper beside them as it will be printed. */
export function LibraryForm({ library, provinces }: { library: Library; provinces: Provinces }) {
  const { t } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const refusalText = useFailureText()
  const shown = useShownField(provinces)
  const update = useCommand('settings.setLibrary')
  const conflict = useConflict({
    names: libraryFieldNames,
    fieldsOf,
    current,
    saveMerged,
  })
  const form = useForm<LibraryValues, unknown, ChangedLibrary>({
    defaultValues: beganWith(library),
    resolver: schemaResolver(libraryChange),
  })
  const fields = bind(form)
  const draft = useDraft('settings.setLibrary', form)
  const { isDirty } = form.formState

  async function save({ rev, base, ...values }: ChangedLibrary, isMerged = false): Promise<void> {
    const answer = await update.run({ ...values, rev })
    if (answer.ok) {
      await draft.finish()
      form.reset(beganWith(answer.value))
      toast({ text: t(isMerged ? 'ui.conflict.merged' : 'settings.library.saved') })
    } else if (answer.error.code === 'stale') await conflict.meet(values, base)
    else if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) update.clear()
  }
  function saveMerged(merged: LibraryFields, theirs: Library) {
    const values = { ...beganWith(theirs), ...merged }
    form.reset(values, { keepDefaultValues: true })
    return save(values, true)
  }
  async function current(): Promise<Library | null> {
    const answer = await call('settings.library', {})
    if (answer.ok) update.clear()
    return answer.ok ? answer.value : null
  }
  return (
    <>
      <DraftNotice draft={draft} />
      <Form
        form={form}
        onSubmit={(values) => save(values)}
        label={t('settings.library.title')}
        enterSubmits={false}
      >
        <Failure of={update.failure} />
        <div className="columns">
          <div className="stack">
            <ProfileFieldset form={form} provinces={provinces} />
            <LivePreview control={form.control} />
          </div>
          <div className="stack">
            <PaperFieldset fields={fields} />
            <div className="actions">
              <Button
                kind="primary"
                type="submit"
                icon="save"
                shortcut="Ctrl+Enter"
                disabled={update.isRunning || !isDirty}
              >
                {t('common.actions.save')}
              </Button>
              <Button disabled={!isDirty} onClick={() => draft.drop()}>
                {t('settings.library.drop')}
              </Button>
            </div>
          </div>
        </div>
      </Form>
      <Disputed of={conflict} label={(name) => t(`settings.fields.${name}`)} shown={shown} />
    </>
  )
}

function LivePreview({ control }: { control: Control<LibraryValues, unknown, ChangedLibrary> }) {
  const library = useWatch({ control, compute: (values: LibraryValues) => values })
  return <LetterheadPreview library={library} />
}
