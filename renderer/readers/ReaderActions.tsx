import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { ReaderRecord } from '../../shared/readers/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { cardsOf } from './card-entries.ts'
import { ReplaceDialog } from './ReplaceDialog.tsx'
import { SuspendDialog } from './SuspendDialog.tsx'

/** What is done with a reader and their card. */
export function ReaderActions({ reader, onErase }: { reader: ReaderRecord; onErase: () => void }) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const navigate = useNavigate()
  const renew = useCommand('readers.renewCard')
  const lift = useCommand('readers.liftSuspension')
  const handOut = useJob('readers.exportReader')
  const [open, setOpen] = useState<'replace' | 'suspend' | null>(null)
  useSavedFile(handOut.output?.file, handOut.clear)
  const { id, rev, name, unit } = reader
  const card = reader.cards.find(({ endedOn }) => endedOn === null)
  if (!can('readers.write')) return null
  async function renewCard() {
    const answer = await renew.run({ id, rev })
    const expiresOn = answer.ok ? answer.value.cards[0]?.expiresOn : undefined
    if (expiresOn) toast({ text: t('readers.record.renewed', { on: displayDate(expiresOn) }) })
  }
  const isSuspended = reader.standing === 'suspended'
  const items = [
    {
      key: 'replace',
      label: t('readers.record.replace'),
      icon: 'card' as const,
      onPick: () => setOpen('replace'),
    },
    isSuspended
      ? {
          key: 'lift',
          label: t('readers.record.lift'),
          icon: 'restore' as const,
          onPick: () => void lift.run({ id, rev }),
        }
      : {
          key: 'suspend',
          label: t('readers.record.suspend'),
          icon: 'lock' as const,
          onPick: () => setOpen('suspend'),
        },
    {
      key: 'print',
      label: t('readers.record.print'),
      icon: 'print' as const,
      onPick: () =>
        void navigate('/labels', {
          state: {
            cards: cardsOf([
              { name, unit, cardNumber: card?.number ?? null, expiresOn: card?.expiresOn ?? null },
            ]),
          },
        }),
    },
    { key: 'line', isLine: true as const },
    ...(['docx', 'json'] as const).map((format) => ({
      key: format,
      label: `${t('readers.record.export')}: ${t(format === 'docx' ? 'readers.record.exportDocx' : 'readers.record.exportJson')}`,
      icon: 'file' as const,
      onPick: () => void handOut.start({ id, format }),
    })),
    { key: 'erase', label: t('readers.record.erase'), icon: 'remove' as const, onPick: onErase },
  ]
  return (
    <>
      <Button icon="edit" onClick={() => void navigate(`/readers/${id}/edit`)}>
        {t('readers.menu.edit')}
      </Button>
      {card && (
        <Button kind="primary" icon="calendar" disabled={renew.isRunning} onClick={() => void renewCard()}>
          {t('readers.record.renew')}
        </Button>
      )}
      <Menu label={t('readers.menu.reader')} button={<Icon name="more" />} items={items} />
      <JobProgress run={handOut} />
      <Failure of={renew.failure ?? lift.failure} />
      {open === 'replace' && card && (
        <ReplaceDialog reader={reader} number={card.number} onClose={() => setOpen(null)} />
      )}
      {open === 'suspend' && <SuspendDialog reader={reader} onClose={() => setOpen(null)} />}
    </>
  )
}
