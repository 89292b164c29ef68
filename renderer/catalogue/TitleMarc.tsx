import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useCall, useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { ConflictDialog, type Sides } from '../ui/ConflictDialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { mergeRecords, withTagsFrom, type Disputed } from './marc-versions.ts'
import { MarcEditor } from './MarcEditor.tsx'
import { recordOf } from './marc-rows.ts'
import { MarcText, fieldLines } from './MarcText.tsx'
import { twinOf, TwinNotice, type Twin } from './TwinNotice.tsx'
import { stateOf, useMarcEditor, type MarcState } from './use-marc-editor.ts'

type Saved = Output<'catalogue.record'>
type Conflict = { merged: MarcRecord; theirs: Saved; disputed: Disputed[] }
/** What is saved, and for the merged version that it is one. */
type Saving = { state: MarcState; isMerged?: boolean; isSameIsbnMeant?: boolean }

/** The whole record of a title; who may not change it reads it. */
export function TitleMarc({ id, isRemoved }: { id: number; isRemoved: boolean }) {
  const mayWrite = useCan()('catalogue.write') && !isRemoved
  const { value: saved, failure } = useQuery('catalogue.record', { id })
  if (!saved) return <Failure of={failure} />
  return mayWrite ? <RecordEditor key={id} saved={saved} /> : <MarcText record={saved.record} />
}

function RecordEditor({ saved }: { saved: Saved }) {
  const { t } = useTranslation()
  const { id } = saved
  const toast = useToast()
  const call = useCall()
  const refusalText = useFailureText()
  const command = useCommand('catalogue.saveRecord')
  const editor = useMarcEditor(stateOf(saved.record, saved.rev), `catalogue.saveRecord/${id}`)
  const [twin, setTwin] = useState<Twin | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const rev = editor.rev ?? saved.rev

  // Somebody else's newer version is shown at once, unless there is something here to lose.
  const { isDirty, reset } = editor
  useEffect(() => {
    if (!isDirty && saved.rev > rev) reset(stateOf(saved.record, saved.rev))
  }, [isDirty, saved, rev, reset])

  async function save({ state, isMerged = false, isSameIsbnMeant = false }: Saving): Promise<void> {
    const { base } = state
    const record = recordOf(state.leader, state.rows)
    const begun = state.rev ?? saved.rev
    const answer = await command.run({ id, rev: begun, record, isSameIsbnMeant })
    if (!answer.ok) {
      setTwin(twinOf(answer.error))
      if (answer.error.code === 'stale') await meet(base)
      return
    }
    setTwin(null)
    const undone = { rev: answer.value.rev, record: base }
    await editor.settle(state, answer.value.rev)
    toast({
      text: t(isMerged ? 'ui.conflict.merged' : 'common.saved'),
      ...(answer.value.rev !== begun && { onUndo: () => undo(undone) }),
    })
  }
  async function undo(former: { rev: number; record: MarcRecord }) {
    const answer = await call('catalogue.saveRecord', { id, ...former, isSameIsbnMeant: true })
    toast({ text: answer.ok ? t('catalogue.marc.undone') : refusalText(answer.error) })
    if (answer.ok) editor.reset(stateOf(former.record, answer.value.rev))
  }
  async function meet(base: MarcRecord): Promise<void> {
    const answer = await call('catalogue.record', { id })
    if (!answer.ok) return
    command.clear()
    const theirs = answer.value
    const { leader, rows } = editor.now()
    const mine = recordOf(leader, rows)
    const { merged, disputed } = mergeRecords({ base, mine, theirs: theirs.record })
    if (disputed.length > 0) setConflict({ merged, theirs, disputed })
    else await saveMerged(merged, theirs)
  }
  function saveMerged(merged: MarcRecord, theirs: Saved): Promise<void> {
    const state = { ...stateOf(merged, theirs.rev), base: theirs.record }
    editor.show(state)
    return save({ state, isMerged: true })
  }
  function choose({ merged, theirs }: Conflict, sides: Sides) {
    setConflict(null)
    const tags = Object.keys(sides).filter((tag) => sides[tag] === 'theirs')
    void saveMerged(withTagsFrom(merged, theirs.record, tags), theirs)
  }
  return (
    <>
      <MarcEditor
        editor={editor}
        label={t('catalogue.marc.title')}
        isSaving={command.isRunning}
        onSave={() => void save({ state: editor.state })}
      >
        <Failure of={command.failure} />
        {twin && (
          <TwinNotice
            twin={twin}
            isRunning={command.isRunning}
            onSave={() => void save({ state: editor.state, isSameIsbnMeant: true })}
          />
        )}
      </MarcEditor>
      {conflict && (
        <ConflictDialog
          rows={conflict.disputed.map(({ tag, mine, theirs }) => ({
            key: tag,
            label: tag,
            mine: fieldLines(mine),
            theirs: fieldLines(theirs),
          }))}
          onClose={() => setConflict(null)}
          onChoose={(sides) => choose(conflict, sides)}
        />
      )}
    </>
  )
}
