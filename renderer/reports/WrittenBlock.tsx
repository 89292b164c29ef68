import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { ReportBlock } from '../../shared/reports/narrative-contract.ts'
import { InScreenLanguage } from '../app/InLanguage.tsx'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { BlockForm } from './BlockForm.tsx'
import { BlockText } from './BlockText.tsx'
import type { RegisterForm } from './use-open-forms.ts'
import { useBlockActs } from './use-block-acts.ts'
import { usePeriodName } from './use-period-name.ts'

type Props = {
  block: ReportBlock
  period: Output<'reports.period'>
  register: RegisterForm
  /** Whether the address asks for its form. */
  isAsked: boolean
}

/** A part that may still be written: its words, who wrote them, and what can be done with them. */
export function WrittenBlock({ block, period, register, isAsked }: Props) {
  const [isEditing, setEditing] = useState(isAsked)
  const edit = useRef<HTMLButtonElement>(null)
  function close() {
    setEditing(false)
    // The button is there again only after this render.
    setTimeout(() => edit.current?.focus())
  }
  return isEditing ? (
    <InScreenLanguage>
      <BlockForm block={block} period={period} register={register} onClose={close} />
    </InScreenLanguage>
  ) : (
    <>
      <BlockText text={block.text} period={period} marksTyped={block.rememberedFrom !== null} />
      <InScreenLanguage>
        <BlockTools block={block} periodId={period.id} editButton={edit} onEdit={() => setEditing(true)} />
      </InScreenLanguage>
    </>
  )
}

type ToolsProps = {
  block: ReportBlock
  periodId: number
  editButton: React.RefObject<HTMLButtonElement | null>
  onEdit: () => void
}

function BlockTools({ block, periodId, editButton, onEdit }: ToolsProps) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const { keep, rewrite, failure, isRunning } = useBlockActs(periodId)
  const name = t(`reports.blocks.${block.block}`)
  return (
    <div className="block-tools no-print">
      {block.text.trim() === '' && <span className="soft">{t('reports.narrative.empty')}</span>}
      {block.rememberedFrom !== null && (
        <Notice
          icon="history"
          text={t('reports.narrative.remembered', { period: periodName(block.rememberedFrom) })}
        >
          <Button disabled={isRunning} onClick={() => void keep(block)}>
            {t('reports.narrative.keep')}
          </Button>
        </Notice>
      )}
      <div className="row">
        <Button
          ref={editButton}
          icon="edit"
          onClick={onEdit}
          aria-label={t('reports.narrative.editing', { block: name })}
        >
          {t('reports.narrative.edit')}
        </Button>
        {block.isWritten && (
          <Button icon="restore" disabled={isRunning} onClick={() => void rewrite(block)}>
            {t('reports.narrative.rewrite')}
          </Button>
        )}
        {block.writtenAt !== null && (
          <span className="soft small">
            {t('reports.narrative.writtenBy', {
              name: block.writtenBy ?? '',
              at: displayInstant(block.writtenAt),
            })}
          </span>
        )}
      </div>
      <Failure of={failure} />
    </div>
  )
}
