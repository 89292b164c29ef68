import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { searchAddress } from '../catalogue/index.ts'
import { copiesAddress } from '../copies/index.ts'
import { useTermName } from '../settings/index.ts'
import { Hash } from '../ui/Hash.tsx'
import { Icon } from '../ui/icons.tsx'
import { PropertyList, type Property } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { NumbersCard } from './NumbersCard.tsx'
import { copiesPath, titlesPath } from './merger-address.ts'

/** All that is known of a merger in numbers, each a door to its rows, and what is not taken over. */
export function OverviewPart({ merger }: { merger: Merger }) {
  const isStaged = merger.state === 'staged'
  return (
    <div className="columns run-overview">
      <div className="stack">
        {merger.state === 'written' && <ResultCard merger={merger} />}
        <FoundCard merger={merger} />
        <LeftBehindCard merger={merger} />
      </div>
      <div className="stack">
        {isStaged && <NumbersCard merger={merger} />}
        <UnitCard merger={merger} />
      </div>
    </div>
  )
}

type Row = { key: string; label: string; count: number; to: string | null }

function FoundCard({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { id, found, state } = merger
  const rows: Row[] = [
    ...(['new', 'changed', 'same'] as const).map((verdict): Row => ({
      key: verdict,
      label: t(`merger.overview.${verdict}Titles`),
      count: found.byVerdict[verdict] ?? 0,
      to: titlesPath(id, [verdict]),
    })),
    { key: 'copies', label: t('merger.overview.copies'), count: found.copies, to: copiesPath(id, 'live') },
    { key: 'gone', label: t('merger.overview.gone'), count: found.gone, to: copiesPath(id, 'gone') },
    {
      key: 'numbers',
      label: t('merger.overview.numberClashes'),
      count: found.numberClashes,
      to: copiesPath(id, 'clashing'),
    },
    {
      key: 'barcodes',
      label: t('merger.overview.barcodeClashes'),
      count: found.barcodeClashes,
      to: copiesPath(id, 'clashing'),
    },
  ]
  return (
    <section className="card">
      <h2>{t(state === 'written' ? 'merger.overview.came' : 'merger.overview.comes')}</h2>
      <table className="plain-table">
        <tbody>
          {rows.map(({ key, label, count, to }) => (
            <tr key={key}>
              <td>{label}</td>
              <td className="end">
                {to && count > 0 ? (
                  <Link className="figure-value" to={to} aria-label={`${label}: ${number(count)}`}>
                    {number(count)}
                  </Link>
                ) : (
                  <span className="number">{number(count)}</span>
                )}
              </td>
            </tr>
          ))}
          <tr>
            <td>{t('merger.overview.books')}</td>
            <td className="end number">
              {t('merger.overview.booksValue', { books: number(found.books), lines: number(found.lines) })}
            </td>
          </tr>
        </tbody>
      </table>
      {found.away > 0 && state === 'staged' && (
        <p className="fact warn">
          <Icon name="warning" />
          <span>{t('merger.overview.awayWarning', { shown: number(found.away) })}</span>
        </p>
      )}
    </section>
  )
}

function LeftBehindCard({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { leftBehind } = merger.found
  const opening = leftBehind.find(({ code }) => code === 'opening_copies')
  return (
    <section className="card">
      <h2>{t('merger.overview.stays')}</h2>
      <p className="soft">{t('merger.overview.staysWhy')}</p>
      <table className="plain-table">
        <tbody>
          {leftBehind.map(({ code, count }) => (
            <tr key={code}>
              <td>{t(`merger.leftBehind.${code}`)}</td>
              <td className="end number">{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {opening && (
        <p className="fact warn">
          <Icon name="warning" />
          <span>{t('merger.overview.openingWarning', { shown: number(opening.count) })}</span>
        </p>
      )}
    </section>
  )
}

/** Where what came in is found now. */
function ResultCard({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const { sites, written } = merger
  return (
    <section className="card">
      <h2>{t('merger.overview.result')}</h2>
      <ul className="points">
        {written.siteIds.map((siteId, at) => (
          <li key={siteId}>
            <Link to={searchAddress({ filters: { siteIds: [siteId] } })}>
              {t('merger.overview.openTitles', { name: sites[at]?.name ?? '' })}
            </Link>
            {' · '}
            <Link to={copiesAddress({ siteId })}>
              {t('merger.overview.openCopies', { name: sites[at]?.name ?? '' })}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/registers">{t('merger.overview.openBooks')}</Link>
        </li>
      </ul>
    </section>
  )
}

function UnitCard({ merger }: { merger: Merger }) {
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
