import { useTranslation } from 'react-i18next'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useKept } from '../app/kept.ts'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { PackageReport } from './PackageReport.tsx'

/** Reads a package file, whoever made it, and says whether it is whole and whose it is. */
export function PackageCheck() {
  const { t } = useTranslation()
  const { door } = useEngine()
  const verify = useJob('sync.verifyPackage')
  const [fileName, setFileName] = useKept('package.fileName', '')
  async function pick() {
    const file = await door.pickFile('.khosach')
    if (!file) return
    setFileName(file.name)
    await verify.start({ file })
  }
  return (
    <>
      <p className="soft">{t('sync.check.hint')}</p>
      <div className="actions">
        <Button icon="file" disabled={verify.isRunning} onClick={() => void pick()}>
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
