import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Merger } from '../../shared/merger/contract.ts'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Menu } from '../ui/Menu.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { DropDialog } from './DropDialog.tsx'
import { UndoDialog } from './UndoDialog.tsx'

type Props = { merger: Merger; isBusy: boolean; onWrite: () => void; onUndo: () => void }

/** What can be done with a merger as it stands; the button that writes says how much it will write. */
export function MergerActs({ merger, isBusy, onWrite, onUndo }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const [open, setOpen] = useState<'undo' | 'drop' | null>(null)
  const { id, state } = merger
  const close = () => setOpen(null)
  const mayWrite = can('merger.write')
  return (
    <>
      {(state === 'staged' || state === 'written') && <Minutes id={id} />}
      {mayWrite && state === 'staged' && (
        <>
          <Link className="button" to={`/merger/${id}/plan`}>
            <Icon name="edit" />
            {t('merger.page.plan')}
          </Link>
          <WriteButton merger={merger} isBusy={isBusy} onWrite={onWrite} />
        </>
      )}
      {mayWrite && state === 'written' && (
        <Button icon="restore" disabled={isBusy} onClick={() => setOpen('undo')}>
          {t('merger.page.undo')}
        </Button>
      )}
      {mayWrite && (state === 'staged' || state === 'undone') && (
        <IconButton
          icon="remove"
          label={t('merger.page.drop')}
          disabled={isBusy}
          onClick={() => setOpen('drop')}
        />
      )}
      {open === 'undo' && (
        <UndoDialog
          merger={merger}
          onClose={close}
          onUndo={() => {
            close()
            onUndo()
          }}
        />
      )}
      {open === 'drop' && <DropDialog merger={merger} onClose={close} />}
    </>
  )
}

function Minutes({ id }: { id: number }) {
  const { t } = useTranslation()
  const run = useJob('merger.produceMinutes')
  useSavedFile(run.output?.file, run.clear)
  return (
    <Menu
      label={t('merger.page.minutesLabel')}
      buttonClass="button"
      button={
        <>
          <Icon name="file" />
          {t('merger.page.minutesLabel')}
        </>
      }
      items={(['docx', 'pdf'] as const).map((format) => ({
        key: format,
        label: t(`merger.page.minutes.${format}`),
        icon: format === 'pdf' ? ('print' as const) : ('file' as const),
        onPick: () => void run.start({ id, format }),
      }))}
    />
  )
}

function WriteButton({ merger, isBusy, onWrite }: Omit<Props, 'onUndo'>) {
  const { t } = useTranslation()
  const number = useNumberText()
  const outlook = useQuery('merger.numbering', { mergerId: merger.id }).value
  const isBlocked = outlook !== undefined && (outlook.taken > 0 || outlook.undecided > 0 || outlook.isTooLong)
  const isReady = outlook !== undefined && !isBlocked && !isBusy
  useShortcut('Ctrl+Enter', onWrite, isReady)
  return (
    <Button
      kind="primary"
      icon="save"
      shortcut="Ctrl+Enter"
      disabled={!isReady}
      title={isBlocked ? t('merger.page.writeBlocked') : undefined}
      onClick={onWrite}
    >
      {t('merger.page.write', {
        titles: number(merger.found.titles),
        copies: number(merger.found.copies),
      })}
    </Button>
  )
}
