import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { PageText } from '../../shared/preservation/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'

const Typed = z.object({ text: z.string().max(200_000) })
type Typed = z.output<typeof Typed>

/** What a person makes of a page, beside the page itself; nothing of it is lost before it is saved. */
export function PageTextForm({ text, onDone }: { text: PageText; onDone: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const command = useCommand('preservation.correctText')
  const { fileId, rev } = text
  const form = useForm<Typed, unknown, Typed>({
    defaultValues: { text: text.text },
    resolver: schemaResolver(Typed),
  })
  const draft = useDraft(`preservation.correctText/${fileId}`, form)
  const former = text.isCorrected ? text.text : null
  async function save(values: Typed) {
    const answer = await command.run({ fileId, rev, text: values.text })
    if (!answer.ok) return
    await draft.finish()
    toast({
      text: t('common.saved'),
      onUndo: async () => void (await command.run({ fileId, rev: answer.value.rev, text: former })),
    })
    onDone()
  }
  return (
    <section className="page-text" aria-label={t('preservation.page.text')}>
      <Form form={form} onSubmit={save} label={t('preservation.page.text')}>
        <DraftNotice draft={draft} />
        <TextArea
          {...bind(form).text('text')}
          label={t('preservation.page.text')}
          hint={t('preservation.page.formHint')}
          className="page-text-input"
          spellCheck={false}
          autoFocus
        />
        <Failure of={command.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" icon="save" disabled={command.isRunning}>
            {t('common.actions.save')}
          </Button>
          <Button onClick={onDone}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </section>
  )
}
