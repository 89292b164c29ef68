import { useTranslation } from 'react-i18next'
import type { Lot } from '../../shared/inspection/contract.ts'
import { lotWords } from '../../shared/inspection/lot-words.ts'
import { useQuery } from '../app/operations.ts'
import { Select } from '../ui/Select.tsx'
import { drawAddress } from './draw-address.ts'

type Props = { lot: Lot; followsId: number | null; onChange: (search: string) => void }

/** Which jobs make the lot: a project, a batch of it, and whatever else the list of jobs was narrowed by. */
export function LotFields({ lot, followsId, onChange }: Props) {
  const { t } = useTranslation()
  const projects = useQuery('digitization.projects', {}).value ?? []
  const batches = useQuery('digitization.batches', { projectId: lot.projectId }).value ?? []
  const put = (change: Partial<Lot>) =>
    onChange(drawAddress({ ...lot, ...change }, followsId).split('?')[1] ?? '')
  const others = { ...lot, projectId: null, batchId: null }
  const isNarrowed = Object.values(others).some((value) => value !== null && value !== '')
  return (
    <div className="form-grid">
      <Select
        label={t('digitization.fields.project')}
        value={lot.projectId === null ? '' : String(lot.projectId)}
        emptyLabel={t('digitization.list.anyProject')}
        options={projects.map(({ id, name, year }) => ({ value: String(id), label: `${year} · ${name}` }))}
        onChange={(event) => put({ projectId: Number(event.target.value) || null, batchId: null })}
      />
      <Select
        label={t('digitization.fields.batch')}
        value={lot.batchId === null ? '' : String(lot.batchId)}
        emptyLabel={t('inspection.draw.anyBatch')}
        options={batches.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(event) => put({ batchId: Number(event.target.value) || null })}
      />
      {isNarrowed && (
        <p className="wide soft">
          {t('inspection.draw.narrowed', {
            lot: lotWords({ lot: others, projectName: '', batchName: '' }, t),
          })}
        </p>
      )}
    </div>
  )
}
