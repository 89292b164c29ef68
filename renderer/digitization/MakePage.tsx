import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { priorities } from '../../shared/digitization/rules.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { usePriorityWord } from './JobChips.tsx'
import { MadeResult } from './MadeResult.tsx'
import { MakeProject, useProjectChoice } from './MakeProject.tsx'
import { MakeSource, useSource } from './MakeSource.tsx'

const bys = ['title', 'copy'] as const

/** From titles to jobs: which titles, into which project, by which workflow. */
export function MakePage() {
  const { t } = useTranslation()
  const word = usePriorityWord()
  const [search] = useSearchParams()
  const source = useSource()
  const project = useProjectChoice(Number(search.get('project')) || null)
  const templates = useQuery('digitization.templates', {}).value ?? []
  const make = useJob('digitization.makeJobs')
  const addProject = useCommand('digitization.addProject')
  const [by, setBy] = useState<(typeof bys)[number]>('title')
  const [templateId, setTemplate] = useState<number | null>(null)
  const [name, setName] = useState(() =>
    t('digitization.make.defaultName', { day: displayDate(isoDateAt(Date.now())) }),
  )
  const [batchSize, setBatchSize] = useState<number | null>(null)
  const [priority, setPriority] = useState(0)
  const [expectedPages, setPages] = useState<number | null>(null)
  const [includesKnown, setIncludesKnown] = useState(false)
  const isReady = source.selection !== null && project.isReady && name.trim() !== ''

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!source.selection || make.isRunning) return
    let { projectId } = project
    if (projectId === null) {
      const answer = await addProject.run({ year: project.year ?? 0, name: project.name })
      if (!answer.ok) return
      projectId = answer.value.id
      project.choose(projectId)
    }
    const options = { by, templateId, name, batchSize, priority, expectedPages, includesKnown }
    await make.start({ selection: source.selection, projectId, ...options })
  }
  return (
    <div className="page">
      <PageHeader
        title={t('digitization.make.title')}
        hint={t('digitization.make.hint')}
        back={{ to: '/digitization/jobs', label: t('digitization.list.title') }}
      />
      {make.output ? (
        <MadeResult made={make.output} onAgain={make.clear} />
      ) : (
        <form className="stack make-jobs" onSubmit={(event) => void submit(event)}>
          <MakeSource source={source} />
          <MakeProject choice={project} />
          <div className="form-grid">
            <Select
              label={t('digitization.make.by')}
              value={by}
              options={bys.map((each) => ({ value: each, label: t(`digitization.make.bys.${each}`) }))}
              onChange={(event) => setBy(bys.find((each) => each === event.target.value) ?? 'title')}
            />
            <Select
              label={t('digitization.make.template')}
              value={templateId === null ? '' : String(templateId)}
              emptyLabel={t('digitization.make.ownTemplate')}
              options={templates
                .filter(({ retiredOn }) => retiredOn === null)
                .map((template) => ({ value: String(template.id), label: template.name }))}
              onChange={(event) => setTemplate(Number(event.target.value) || null)}
            />
            <TextField
              label={t('digitization.make.name')}
              isRequired
              maxLength={180}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <NumberField
              label={t('digitization.make.batchSize')}
              hint={t('digitization.make.batchSizeHint')}
              value={batchSize}
              onChange={setBatchSize}
            />
            <Select
              label={t('digitization.fields.priority')}
              value={String(priority)}
              options={priorities.map((each) => ({ value: String(each), label: word(each) }))}
              onChange={(event) => setPriority(Number(event.target.value))}
            />
            <NumberField
              label={t('digitization.make.expectedPages')}
              value={expectedPages}
              onChange={setPages}
            />
          </div>
          <label className="check">
            <input
              type="checkbox"
              checked={includesKnown}
              onChange={(event) => setIncludesKnown(event.target.checked)}
            />
            {t('digitization.make.includesKnown')}
          </label>
          <Failure of={addProject.failure} />
          <JobProgress run={make} />
          <div className="actions">
            <Button
              kind="primary"
              type="submit"
              disabled={!isReady || make.isRunning || addProject.isRunning}
            >
              {t('digitization.make.submit')}
            </Button>
            <Link className="button" to="/catalogue">
              <Icon name="search" />
              {t('digitization.make.toCatalogue')}
            </Link>
          </div>
        </form>
      )}
    </div>
  )
}
