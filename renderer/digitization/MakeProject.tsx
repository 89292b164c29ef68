import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

export type ProjectChoice = ReturnType<typeof useProjectChoice>

/** A project that is there, or the name of a new one. */
export function useProjectChoice(wanted: number | null) {
  const projects = (useQuery('digitization.projects', {}).value ?? []).filter(
    ({ closedOn }) => closedOn === null,
  )
  const [chosen, choose] = useState<number | 'new' | null>(wanted)
  const [name, setName] = useState('')
  const [year, setYear] = useState<number | null>(() => Number(isoDateAt(Date.now()).slice(0, 4)))
  const projectId = chosen === 'new' ? null : (chosen ?? projects[0]?.id ?? null)
  return {
    projects,
    projectId,
    choose,
    name,
    setName,
    year,
    setYear,
    isReady: projectId !== null || (name.trim() !== '' && year !== null),
  }
}

export function MakeProject({ choice }: { choice: ProjectChoice }) {
  const { t } = useTranslation()
  const { projects, projectId, choose, name, setName, year, setYear } = choice
  return (
    <div className="form-grid">
      <Select
        label={t('digitization.make.project')}
        value={projectId === null ? '' : String(projectId)}
        emptyLabel={t('digitization.make.newProject')}
        options={projects.map((project) => ({
          value: String(project.id),
          label: `${project.year} · ${project.name}`,
        }))}
        onChange={(event) => choose(Number(event.target.value) || 'new')}
      />
      {projectId === null && (
        <>
          <TextField
            label={t('digitization.make.projectName')}
            isRequired
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <NumberField
            label={t('digitization.make.year')}
            isGrouped={false}
            isRequired
            value={year}
            onChange={setYear}
          />
        </>
      )}
    </div>
  )
}
