import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import { packageExtension } from '../../shared/opened-files.ts'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useKept } from '../app/kept.ts'
import { useJob } from '../app/operations.ts'
import { useBeginWith } from '../app/use-opened-file.ts'
import { Button } from '../ui/Button.tsx'
import { PackageReport } from './PackageReport.tsx'

/** Reads a package file, whoever made it, and says whether it is whole and whose it is. */
export function PackageCheck({ opened }: { opened: FileTicket | null }) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const verify = useJob('sync.verifyPackage')
  const [fileName, setFileName] = useKept('package.fileName', '')
  const { start } = verify
  const check = useCallback(
    async (file: FileTicket) => {
      setFileName(file.name)
      await start({ file })
    },
    [setFileName, start],
  )
  useBeginWith(opened, check)
  async function choose() {
    const file = await door.pickFile(`.${packageExtension}`)
    if (file) await check(file)
  }
  return (
    <>
      <p className="soft">{t('sync.check.hint')}</p>
      <div className="actions">
        <Button icon="file" disabled={verify.isRunning} onClick={() => void choose()}>
          {t(verify.output ? 'sync.check.pickAnother' : 'sync.check.pick')}
        </Button>
      </div>
      <div role="status" className="stack">
        <JobProgress run={verify} />
        {verify.output && <PackageReport verdict={verify.output} fileName={fileName} />}
      </div>
    </>
  )
}
