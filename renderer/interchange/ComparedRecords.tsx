import { useTranslation } from 'react-i18next'
import { fieldLine } from '../catalogue/index.ts'
import type { MarcField, MarcRecord } from '../../shared/catalogue/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { comparedLines, differences } from './compared-fields.ts'

/** Two records side by side, a line for each field; what differs is marked by a sign and a shade. */
export function ComparedRecords({ mine, theirs }: { mine: MarcRecord; theirs: MarcRecord }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const lines = comparedLines(mine, theirs)
  const count = differences(lines)
  return (
    <div className="compared scrolls" tabIndex={0} role="region" aria-label={t('interchange.compare.label')}>
      <p className="soft small">
        {count === 0
          ? t('interchange.compare.same')
          : t('interchange.compare.count', { shown: number(count) })}
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th aria-label={t('interchange.compare.differs')} />
            <th scope="col">{t('interchange.compare.file')}</th>
            <th scope="col">{t('interchange.compare.catalogue')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ tag, mine: left, theirs: right, isSame }, at) => (
            <tr key={`${tag}/${at}`} className={isSame ? '' : 'differs'}>
              <td title={isSame ? undefined : t('interchange.compare.differs')}>{isSame ? '' : '≠'}</td>
              <td>{textOf(left)}</td>
              <td>{textOf(right)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function textOf(field: MarcField | null): string {
  return field === null ? '' : fieldLine(field)
}
