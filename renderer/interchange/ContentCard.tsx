import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icons.tsx'
import { ColumnMapper } from './ColumnMapper.tsx'
import { EncodingPart } from './EncodingPart.tsx'
import { RecordSamples } from './RecordSamples.tsx'
import { SheetSelect } from './SheetSelect.tsx'
import type { Columns, Looked } from './use-column-map.ts'
import type { NewRunTools } from './use-new-run.ts'
import { useRunWords } from './use-run-words.ts'

type Props = { tools: NewRunTools; found: Looked; columns: Columns }

/** What the files turned out to be: their kinds, their letters, and the first of what they hold. */
export function ContentCard({ tools, found, columns }: Props) {
  const { t } = useTranslation()
  const { size, kind } = useRunWords()
  const { run, change, changeProfile } = tools
  const hasTable = columns.map !== null
  const isEmpty = !hasTable && found.records.length === 0
  return (
    <section className="card">
      <h2>{t('interchange.content.title')}</h2>
      <ul className="found-files">
        {found.files.map((file, at) => (
          <li key={`${file.name}/${at}`}>
            <strong>{kind(file.kind)}</strong>
            <span className="soft">
              {' · '}
              {file.name}
              {' · '}
              {size(file.size)}
            </span>
          </li>
        ))}
      </ul>
      <EncodingPart
        encoding={found.encoding}
        chosen={run.profile.encoding}
        onChange={(encoding) => changeProfile({ encoding })}
      />
      {isEmpty && (
        <p className="fact warn">
          <Icon name="warning" />
          <span>{t('interchange.content.nothing')}</span>
        </p>
      )}
      {hasTable && (
        <>
          {found.sheets.length > 1 && (
            <SheetSelect
              sheets={found.sheets}
              chosen={run.sheet}
              onChange={(sheet) => change({ sheet, columns: null })}
            />
          )}
          <ColumnMapper columns={columns} rows={found.rows} />
        </>
      )}
      {found.records.length > 0 && <RecordSamples records={found.records} />}
    </section>
  )
}
