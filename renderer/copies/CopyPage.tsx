import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { placeName } from '../../shared/copies/rules.ts'
import type { Copy } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { keptAddress } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordParts } from '../app/RecordParts.tsx'
import { HistoryPart } from '../journal/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { isLive } from './copy-groups.ts'
import { CopyBulk, useMayChoose } from './CopyBulk.tsx'
import { CopyForm } from './CopyForm.tsx'
import { CopyLines } from './CopyLines.tsx'
import { StateChip } from './StateChip.tsx'
import { useCopyProperties } from './use-copy-properties.tsx'
import { useWords } from './use-words.ts'

export function CopyPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: copy, failure } = useQuery('copies.copy', { id })
  if (copy) return <CopyRecord key={id} copy={copy} />
  return (
    <div className="page">
      <PageHeader
        title={t('copies.menu.copy')}
        back={{ to: keptAddress('/copies'), label: t('copies.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

function CopyRecord({ copy }: { copy: Copy }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [isEditing, setEditing] = useState(false)
  const properties = useCopyProperties(copy)
  const mayChange = can('copies.write') && isLive(copy)
  const mayEdit = mayChange && !isEditing
  const mayChoose = useMayChoose()
  useShortcut('E', () => setEditing(true), mayEdit)
  useShortcut('Escape', () => (isEditing ? setEditing(false) : void navigate(-1)))
  return (
    <div className="page">
      <PageHeader
        title={copy.accessionNumber}
        back={{ to: keptAddress('/copies'), label: t('copies.list.title') }}
      >
        <StateChip copy={copy} />
        {mayEdit && (
          <Button kind="primary" icon="edit" shortcut="E" onClick={() => setEditing(true)}>
            {t('common.actions.edit')}
          </Button>
        )}
      </PageHeader>
      <p className="large">
        <Link to={`/catalogue/${copy.titleId}`}>{copy.title}</Link>
      </p>
      {mayChoose && isLive(copy) && !isEditing && <CopyBulk copies={[copy]} />}
      <div className="card">
        {isEditing ? (
          <CopyForm copy={copy} onDone={() => setEditing(false)} onReopen={() => setEditing(true)} />
        ) : (
          <PropertyList properties={properties} />
        )}
      </div>
      <RecordParts of="copy" id={copy.id} />
      <Past copy={copy} />
      <CopyLines copyId={copy.id} />
      <HistoryPart of={{ tableName: 'copy', rowId: copy.id }} />
    </div>
  )
}

/** Where the copy stood before, and as what, up to which day. */
function Past({ copy }: { copy: Copy }) {
  const { t } = useTranslation()
  const { word } = useWords()
  const { value, failure } = useQuery('copies.pastOf', { copyId: copy.id })
  if (!value || value.length === 0) return <Failure of={failure} />
  return (
    <section className="card">
      <h2>{t('copies.past.title')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{t('copies.past.until')}</th>
            <th>{t('copies.columns.place')}</th>
            <th>{t('copies.columns.condition')}</th>
          </tr>
        </thead>
        <tbody>
          {value.map((past) => (
            <tr key={past.id}>
              <td>{displayDate(past.untilOn)}</td>
              <td>{placeName(past.siteName, past.storeName)}</td>
              <td>{word('copies.conditions', past.condition)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
