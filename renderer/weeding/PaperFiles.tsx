import { useTranslation } from 'react-i18next'
import type { Paper, WeedingRecord } from '../../shared/weeding/contract.ts'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = { weeding: WeedingRecord; paper: Paper; isSigned: boolean }

/** The paper as a file to print, and the picture of the one that was signed. */
export function PaperFiles({ weeding, paper, isSigned }: Props) {
  const { t } = useTranslation()
  const produce = useJob('weeding.produce')
  useSavedFile(produce.output?.file, produce.clear)
  const { kind } = paper
  const formats = kind === 'list' ? (['docx', 'pdf', 'xlsx'] as const) : (['docx', 'pdf'] as const)
  return (
    <>
      <div className="row">
        {formats.map((format) => (
          <Button
            key={format}
            icon={format === 'pdf' ? 'print' : 'file'}
            disabled={produce.isRunning || weeding.copies === 0}
            onClick={() => void produce.start({ id: weeding.id, kind, format })}
          >
            {t(`weeding.files.${format}`)}
          </Button>
        ))}
        <span className="soft small">{t(isSigned ? 'weeding.files.fixed' : 'weeding.files.draft')}</span>
      </div>
      <JobProgress run={produce} />
      <Scan weeding={weeding} paper={paper} />
    </>
  )
}

function Scan({ weeding: { id }, paper: { kind, scan } }: Omit<Props, 'isSigned'>) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const { door } = useEngine()
  const attach = useJob('weeding.attachScan')
  const open = useJob('weeding.openScan')
  const remove = useCommand('weeding.removeScan')
  useSavedFile(open.output?.file, open.clear)
  const mayWrite = can('weeding.write')
  async function pick() {
    const file = await door.pickFile('.pdf,.jpg,.jpeg,.png,.tif,.tiff')
    if (file) await attach.start({ id, kind, file })
  }
  async function drop() {
    const answer = await remove.run({ id, kind })
    if (answer.ok) toast({ text: t('weeding.scan.removed') })
  }
  return (
    <>
      <div className="row">
        {scan ? (
          <>
            <Chip tone="good" icon="attach">
              {scan.name}
            </Chip>
            <Button disabled={open.isRunning} onClick={() => void open.start({ id, kind })}>
              {t('weeding.scan.open')}
            </Button>
            {mayWrite && (
              <Button kind="quiet" disabled={remove.isRunning} onClick={() => void drop()}>
                {t('weeding.scan.remove')}
              </Button>
            )}
          </>
        ) : (
          <span className="soft">{t('weeding.scan.none')}</span>
        )}
        {mayWrite && (
          <Button icon="attach" disabled={attach.isRunning} onClick={() => void pick()}>
            {t(scan ? 'weeding.scan.replace' : 'weeding.scan.attach')}
          </Button>
        )}
      </div>
      <p className="soft small">{t('weeding.scan.hint')}</p>
      <JobProgress run={attach} />
      <JobProgress run={open} />
      <Failure of={remove.failure} />
    </>
  )
}
