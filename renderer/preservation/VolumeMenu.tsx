import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import type { Volume } from '../../shared/preservation/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { useToast } from '../ui/Toasts.tsx'

const formats = ['docx', 'xlsx', 'pdf'] as const
type Props = { volume: Volume; onEdit: () => void; onMark: () => void }

/** Papers of a disk for everybody; what changes it for those who may. */
export function VolumeMenu({ volume, onEdit, onMark }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const report = useJob('preservation.reportVolume')
  const label = useJob('preservation.labelVolume')
  const retire = useCommand('preservation.retireVolume')
  useSavedFile(report.output?.file, report.clear)
  useSavedFile(label.output?.file, label.clear)
  const { id, rev, code, retiredOn } = volume
  async function put(on: string | null) {
    const answer = await retire.run({ id, rev, on })
    if (!answer.ok) return
    toast({
      text: t(on === null ? 'preservation.volume.restored' : 'preservation.volume.retired', { code }),
      onUndo: async () => void (await retire.run({ id, rev: answer.value.rev, on: retiredOn })),
    })
  }
  const papers: MenuItem[] = [
    {
      key: 'label',
      label: t('preservation.volume.label'),
      icon: 'print',
      onPick: () => void label.start({ id }),
    },
    ...formats.map((format): MenuItem => ({
      key: format,
      label: t('preservation.volume.report', { format }),
      icon: 'file',
      onPick: () => void report.start({ id, format }),
    })),
  ]
  const acts: MenuItem[] = [
    { key: 'line', isLine: true },
    {
      key: 'mark',
      label: t('preservation.volume.mark'),
      icon: 'tag',
      does: 'preservation.markVolume',
      onPick: onMark,
    },
    { key: 'edit', label: t('preservation.volume.edit'), icon: 'edit', onPick: onEdit },
    {
      key: 'retire',
      label: t(retiredOn === null ? 'preservation.volume.retire' : 'preservation.volume.restore'),
      icon: retiredOn === null ? 'pause' : 'restore',
      onPick: () => void put(retiredOn === null ? isoDateAt(Date.now()) : null),
    },
  ]
  return (
    <>
      <Menu
        label={t('preservation.folder.more')}
        buttonClass="button"
        button={
          <>
            {t('preservation.folder.more')}
            <Icon name="down" />
          </>
        }
        items={can('preservation.write') ? [...papers, ...acts] : papers}
      />
      <Failure of={retire.failure} />
      <JobProgress run={report} />
      <JobProgress run={label} />
    </>
  )
}
