import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FolderChooser } from './FolderChooser.tsx'

/** At the other end: whether what came is what was sent, and the receipt to send back. */
export function CheckPackageDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const check = useJob('preservation.checkPackage')
  const [path, setPath] = useState('')
  const style = numberStyle(i18n.language)
  return (
    <Dialog
      title={t('preservation.bagCheck.title')}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button
            kind="primary"
            disabled={path === '' || check.isRunning}
            onClick={() => void check.start({ path })}
          >
            {t('preservation.bagCheck.act')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.close')}</Button>
        </>
      }
    >
      <p>{t('preservation.bagCheck.text')}</p>
      <TextField
        label={t('preservation.bagCheck.path')}
        value={path}
        onChange={(event) => setPath(event.target.value)}
        isRequired
      />
      <FolderChooser start="" onChoose={setPath} />
      <JobProgress
        run={check}
        amount={({ done }) => t('preservation.bagCheck.reading', { done: formatSize(done, style) })}
      />
      {check.output && <BagResult report={check.output} />}
    </Dialog>
  )
}

function BagResult({ report }: { report: Output<'preservation.checkPackage'> }) {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  const { door } = useEngine()
  const [isSaved, setSaved] = useState(false)
  const { isValid, files, bytes, problemCount, problems, receipt } = report
  const size = formatSize(bytes, numberStyle(i18n.language))
  return (
    <>
      <Notice
        icon={isValid ? 'check' : 'warning'}
        text={
          isValid
            ? t('preservation.bagCheck.valid', { count: files, shown: number(files), size })
            : t('preservation.bagCheck.invalid', { count: problemCount, shown: number(problemCount) })
        }
      >
        {receipt && !isSaved && (
          <Button
            icon="save"
            onClick={() => {
              setSaved(true)
              void door.saveFile(receipt)
            }}
          >
            {t('preservation.bagCheck.receipt')}
          </Button>
        )}
      </Notice>
      {problems.length > 0 && (
        <ul className="dotted">
          {problems.map(({ problem, path }, at) => (
            <li key={at}>{`${path}: ${t(`preservation.bagProblems.${problem}`)}`}</li>
          ))}
        </ul>
      )}
    </>
  )
}
