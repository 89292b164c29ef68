import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { useTermName } from '../settings/index.ts'
import { Hash } from '../ui/Hash.tsx'
import { PropertyList, type Property } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** Who the former unit was, by which decision it came, and what proves its journal. */
export function UnitCard({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const provinceName = useTermName('formerProvince')
  const { decisionNumber, decidedOn, formerProvinceCode, isJournalWhole, journalPosition, numbering } = merger
  const property = (
    key: Parameters<typeof label>[0],
    value: Property['value'],
    isWide = false,
  ): Property => ({
    key,
    label: label(key),
    value,
    isWide,
  })
  function label(
    key:
      | 'unit'
      | 'code'
      | 'province'
      | 'decision'
      | 'mergedOn'
      | 'sites'
      | 'file'
      | 'onMatch'
      | 'policy'
      | 'journal'
      | 'head'
      | 'archive',
  ): string {
    return t(`merger.overview.${key}`)
  }
  const decision =
    decisionNumber === '' || decidedOn === null
      ? decisionNumber
      : t('merger.overview.decisionValue', { number: decisionNumber, on: displayDate(decidedOn) })
  const policy = t(`merger.plan.policies.${numbering.policy}`)
  return (
    <section className="card">
      <h2>{t('merger.overview.unit')}</h2>
      <PropertyList
        isNarrow
        properties={[
          property('unit', merger.unitName),
          property('code', merger.unitCode),
          property('province', formerProvinceCode === '' ? '' : provinceName(formerProvinceCode)),
          property('decision', decision),
          property('mergedOn', displayDate(merger.mergedOn)),
          property('sites', merger.sites.map(({ name }) => name).join('; ')),
          property('onMatch', t(`merger.plan.winners.${merger.onMatch}`)),
          property('policy', numbering.policy === 'prefix' ? `${policy}: ${numbering.prefix}` : policy),
          property('file', `${merger.fileName} (${t(`merger.overview.fileKinds.${merger.fileKind}`)})`),
          property(
            'journal',
            <span className={isJournalWhole ? '' : 'warn'}>
              {t(isJournalWhole ? 'merger.overview.journalValue' : 'merger.overview.journalBroken', {
                entries: number(journalPosition),
              })}
            </span>,
          ),
          property('head', <Hash value={merger.journalHash} />),
          property('archive', <Hash value={merger.archiveHash} />),
        ]}
      />
    </section>
  )
}
