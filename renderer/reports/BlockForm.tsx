import { useEffect, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { reports } from '../../shared/reports/contract.ts'
import type { ReportBlock } from '../../shared/reports/narrative-contract.ts'
import { keepTokensWhole } from '../../shared/reports/tokens.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { InLanguage } from '../app/InLanguage.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCall, useCommand } from '../app/operations.ts'
import { useDraft } from '../app/use-draft.ts'
import { Button } from '../ui/Button.tsx'
import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Form, schemaResolver } from '../ui/Form.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { BlockText } from './BlockText.tsx'
import { InsertFigure } from './InsertFigure.tsx'
import { noteRev } from './latest-rev.ts'
import { useBlockActs } from './use-block-acts.ts'
import type { RegisterForm } from './use-open-forms.ts'

const BlockFields = reports.commands.setBlock.input.pick({ text: true })
type BlockFields = { text: string | null }
type Props = {
  block: ReportBlock
  period: Output<'reports.period'>
  register: RegisterForm
  onClose: () => void
}

/** The words of one part; a token is taken out whole or not at all, and below stands what will be printed. */
export function BlockForm({ block, period, register, onClose }: Props) {
  const { t } = useTranslation()
  const call = useCall()
  const setBlock = useCommand('reports.setBlock')
  const { offerUndo } = useBlockActs(period.id)
  const [base, setBase] = useState(block)
  const [conflict, setConflict] = useState<{ mine: string; theirs: ReportBlock } | null>(null)
  const form = useForm<BlockFields, unknown, BlockFields>({
    defaultValues: { text: block.text },
    resolver: schemaResolver(BlockFields),
  })
  const draft = useDraft(`reports.setBlock/${block.block}/${period.id}`, form)
  const area = useRef<HTMLTextAreaElement | null>(null)
  const typed = useWatch({ control: form.control, name: 'text' }) ?? ''
  const { isDirty } = form.formState
  const name = t(`reports.blocks.${block.block}`)

  function type(after: string) {
    const { text, caret } = keepTokensWhole(typed, after)
    form.setValue('text', text, { shouldDirty: true })
    if (text !== after) requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret))
  }
  function insert(token: string) {
    const at = area.current?.selectionStart ?? typed.length
    form.setValue('text', `${typed.slice(0, at)}${token}${typed.slice(at)}`, { shouldDirty: true })
    area.current?.focus()
    requestAnimationFrame(() => area.current?.setSelectionRange(at + token.length, at + token.length))
  }
  async function save(mine: string, from: ReportBlock): Promise<number | null> {
    const answer = await setBlock.run({ id: period.id, block: block.block, rev: from.rev, text: mine })
    if (answer.ok) {
      await draft.finish()
      noteRev({ id: period.id, rev: answer.value.periodRev })
      offerUndo(t('reports.narrative.saved', { block: name }), from, answer.value.block.rev)
      onClose()
      return answer.value.periodRev
    }
    if (answer.error.code !== 'stale') return null
    const current = await call('reports.narrative', { id: period.id })
    const theirs = current.ok && current.value.find((each) => each.block === block.block)
    if (!theirs) return null
    setBlock.clear()
    if ([from.text, mine].includes(theirs.text)) return save(mine, theirs)
    setBase(theirs)
    setConflict({ mine, theirs })
    return null
  }
  useEffect(() => {
    register(block.block, async () => (isDirty ? save(form.getValues('text') ?? '', base) : undefined))
    return () => register(block.block, null)
  })
  useEffect(() => area.current?.focus(), [])
  return (
    <>
      <DraftNotice draft={draft} />
      <Form
        form={form}
        onSubmit={async ({ text }) => void (await save(text ?? '', base))}
        label={t('reports.narrative.editing', { block: name })}
        enterSubmits={false}
      >
        <TextArea
          ref={area}
          label={name}
          hint={t('reports.narrative.hint')}
          rows={5}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <InsertFigure figures={period.figures} onInsert={insert} />
        <div className="block-preview" lang={period.sheet.language}>
          <span className="soft small">{t('reports.narrative.preview')}</span>
          <InLanguage language={period.sheet.language}>
            <BlockText text={typed} period={period} marksTyped={block.rememberedFrom !== null} />
          </InLanguage>
        </div>
        <Failure of={setBlock.failure} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            icon="save"
            shortcut="Ctrl+Enter"
            disabled={setBlock.isRunning}
          >
            {t('reports.narrative.save')}
          </Button>
          <Button
            onClick={() => {
              draft.drop()
              onClose()
            }}
          >
            {t('common.actions.cancel')}
          </Button>
        </div>
      </Form>
      {conflict && (
        <ConflictDialog
          rows={[{ key: 'text', label: name, mine: conflict.mine, theirs: conflict.theirs.text }]}
          onClose={() => setConflict(null)}
          onChoose={(sides) => {
            setConflict(null)
            void save(sides.text === 'theirs' ? conflict.theirs.text : conflict.mine, conflict.theirs)
          }}
        />
      )}
    </>
  )
}
