import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextArea } from '../../renderer/ui/TextField.tsx'
import { useAct } from './asking.ts'
import { FormPart, useSaved } from './FormPart.tsx'

/** Tells all libraries what this service counts by; what differs from their own list they see by themselves. */
export function DefinitionsForm() {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const { run, failure, isRunning } = useAct()
  const saved = useSaved()
  async function tell() {
    if (!(await run({ method: 'POST', path: '/notices', body: { kind: 'definitions', note } }))) return
    setNote('')
    saved()
  }
  return (
    <FormPart
      title={t('ministry.settings.definitions')}
      act={t('ministry.settings.tellDefinitions')}
      isReady={note.trim() !== ''}
      {...{ isRunning, failure }}
      onSubmit={tell}
    >
      <TextArea
        label={t('ministry.settings.note')}
        hint={t('ministry.settings.definitionsHint')}
        isWide
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormPart>
  )
}
