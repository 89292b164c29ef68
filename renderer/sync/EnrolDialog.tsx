import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noPolicies } from '../../shared/policies.ts'
import { policyValue, usePolicies } from '../app/about.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { RoadProblemText } from './RoadProblemText.tsx'

export function EnrolDialog({ known, onClose }: { known: string; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const enrol = useJob('sync.enrol')
  const policies = usePolicies() ?? noPolicies
  const [typed, setEndpoint] = useState<string | null>(null)
  const { fixed } = policies
  const endpoint = fixed.endpoint ?? typed ?? (known || (policyValue(policies, 'endpoint') ?? ''))
  const [code, setCode] = useState('')
  const receiver = enrol.output?.receiver
  useEffect(() => {
    if (receiver === undefined || receiver === null) return
    toast({ text: t('sync.enrolment.done', { receiver }) })
    enrol.clear()
    onClose()
  }, [receiver, toast, t, enrol, onClose])
  return (
    <ActDialog
      title={t('sync.enrolment.act')}
      submit={t('sync.enrolment.act')}
      icon="join"
      isReady={endpoint.trim() !== '' && code.trim().length >= 8}
      isRunning={enrol.isRunning}
      failure={null}
      onSubmit={async () => void (await enrol.start({ endpoint, code }))}
      onClose={onClose}
    >
      <TextField
        label={t('sync.enrolment.endpoint')}
        hint={t(fixed.endpoint ? 'settings.program.fixedHere' : 'sync.enrolment.endpointHint')}
        readOnly={fixed.endpoint !== undefined}
        isRequired
        value={endpoint}
        onChange={(event) => setEndpoint(event.target.value)}
      />
      <TextField
        label={t('sync.enrolment.code')}
        hint={t('sync.enrolment.codeHint')}
        isRequired
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <JobProgress run={enrol} />
      {enrol.output?.problem && (
        <div className="notice" role="alert">
          <span className="text">
            <RoadProblemText problem={enrol.output.problem} reason={enrol.output.reason} />
          </span>
        </div>
      )}
    </ActDialog>
  )
}
