import { useState } from 'react'
import { useForm, useWatch, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { LibraryFields as librarySchema, type Library } from '../../shared/settings/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCall, useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { ConflictDialog, mergeSides, type Sides } from '../ui/ConflictDialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { bind, Form, placeRefusal, schemaResolver } from '../ui/Form.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { LetterheadPreview } from './LetterheadPreview.tsx'
import { differingFields, fieldsOf, type LibraryFields, type LibraryValues } from './library-values.ts'
import { PaperFieldset } from './PaperFieldset.tsx'
import { ProfileFieldset } from './ProfileFieldset.tsx'
import { useShownField, type Provinces } from './use-shown-field.ts'

type Conflict = { mine: LibraryFields; theirs: Library }
const fieldByCode = { unknown_province: 'formerProvinceCode' }

/** The profile and what official papers need, with the paper beside them as it will be printed. */
export function LibraryForm({ library, provinces }: { library: Library; provinces: Provinces }) {
  const { t } = useTranslation()
  const toast = useToast()
  const call = useCall()
  const refusalText = useFailureText()
  const shown = useShownField(provinces)
  const update = useCommand('settings.setLibrary')
  const [rev, setRev] = useState(library.rev)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const form = useForm<LibraryValues, unknown, LibraryFields>({
    defaultValues: fieldsOf(library),
    resolver: schemaResolver(librarySchema),
  })
  const fields = bind(form)
  const draft = useDraft('settings.setLibrary', form)
  const { isDirty } = form.formState

  async function save(values: LibraryFields, baseRev: number) {
    const answer = await update.run({ ...values, rev: baseRev })
    if (answer.ok) {
      await draft.finish()
      setRev(answer.value.rev)
      form.reset(fieldsOf(answer.value))
      toast({ text: t('settings.library.saved') })
    } else if (answer.error.code === 'stale') {
      const current = await call('settings.library', {})
      if (!current.ok) return
      update.clear()
      setConflict({ mine: values, theirs: current.value })
    } else if (placeRefusal(form, { failure: answer.error, fieldByCode, text: refusalText })) {
      update.clear()
    }
  }
  function choose({ mine, theirs }: Conflict, sides: Sides) {
    const merged = mergeSides(mine, theirs, sides)
    form.reset(merged, { keepDefaultValues: true })
    setConflict(null)
    void save(merged, theirs.rev)
  }
  return (
    <>
      <DraftNotice draft={draft} />
      <Form
        form={form}
        onSubmit={(values) => save(values, rev)}
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
              <Button disabled={!isDirty} onClick={draft.drop}>
                {t('settings.library.drop')}
              </Button>
            </div>
          </div>
        </div>
      </Form>
      {conflict && (
        <ConflictDialog
          rows={differingFields(conflict.mine, conflict.theirs).map((name) => ({
            key: name,
            label: t(`settings.fields.${name}`),
            mine: shown(name, conflict.mine),
            theirs: shown(name, conflict.theirs),
          }))}
          onClose={() => setConflict(null)}
          onChoose={(sides) => choose(conflict, sides)}
        />
      )}
    </>
  )
}

function LivePreview({ control }: { control: Control<LibraryValues, unknown, LibraryFields> }) {
  const library = useWatch({ control, compute: (values: LibraryValues) => values })
  return <LetterheadPreview library={library} />
}
