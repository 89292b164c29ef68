import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { emptyRecord, formOf, materialOf } from '../../shared/catalogue/marc-form.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useEngine } from '../app/engine.tsx'
import { keptAddress } from '../app/kept.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { addressIn } from './back-address.ts'
import { MarcEditor } from './MarcEditor.tsx'
import { CarriedRecord, templateFor } from './new-title.ts'
import { twinOf, TwinNotice, type Twin } from './TwinNotice.tsx'
import { stateOf, useMarcEditor } from './use-marc-editor.ts'
import { useUndoAdd } from './use-title-undo.ts'

/** A new title written field by field from the start. */
export function MarcAddPage() {
  const { t } = useTranslation()
  const { value: templates, failure } = useQuery('catalogue.templates', {})
  return (
    <div className="page">
      <PageHeader
        title={t('catalogue.marc.add')}
        back={{ to: keptAddress('/catalogue'), label: t('catalogue.list.title') }}
      />
      <Failure of={failure} />
      {templates && <NewRecord began={templateFor(templates, 'book')?.record ?? blankRecord()} />}
    </div>
  )
}

function blankRecord(): MarcRecord {
  const { leader, fields } = emptyRecord('book', isoDateAt(Date.now()))
  return { leader, fields: [...fields, { tag: '245', indicators: '00', subfields: [['a', '']] }] }
}

function NewRecord({ began }: { began: MarcRecord }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const toast = useToast()
  const undoAdd = useUndoAdd()
  const back = addressIn(useSearchParams()[0], 'back')
  const { client } = useEngine()
  const add = useCommand('catalogue.addTitle')
  const editor = useMarcEditor(stateOf(began, null), 'catalogue.addRecord')
  const [twin, setTwin] = useState<Twin | null>(null)
  const carried = useCarried((record) => editor.show(stateOf(record, null)))

  async function save(isSameIsbnMeant = false) {
    const { record } = editor
    const answer = await add.run({ ...formOf(record), material: materialOf(record), record, isSameIsbnMeant })
    if (!answer.ok) return setTwin(twinOf(answer.error))
    await editor.draft.finish()
    if (carried) void client.drafts.discard({ form: carried.draftKey })
    toast({
      text: t('catalogue.form.added', { title: answer.value.title }),
      onUndo: () => undoAdd(answer.value),
    })
    const { id } = answer.value
    if (back === null) void navigate(`/catalogue/${id}/marc`)
    else void navigate(`${back}?title=${id}`, { replace: true })
  }
  return (
    <MarcEditor
      editor={editor}
      label={t('catalogue.marc.add')}
      isSaving={add.isRunning}
      onSave={() => void save()}
    >
      <Failure of={add.failure} />
      {twin && <TwinNotice twin={twin} isRunning={add.isRunning} onSave={() => void save(true)} />}
    </MarcEditor>
  )
}

/** What was typed in the plain form goes on here; it is taken once, so that reloading the page keeps what came after. */
function useCarried(take: (record: MarcRecord) => void) {
  const location = useLocation()
  const navigate = useNavigate()
  const [carried] = useState(() => CarriedRecord.safeParse(location.state).data ?? null)
  const begin = useEffectEvent(() => {
    if (!carried) return
    take(carried.record)
    void navigate(location, { replace: true, state: null })
  })
  useEffect(() => begin(), [])
  return carried
}
