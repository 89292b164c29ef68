import type { TFunction } from 'i18next'
import type { Inspection } from '../../shared/inspection/contract.ts'
import { severities, wilson } from '../../shared/inspection/rules.ts'
import type { Block, Row } from '../documents/index.ts'
import type { Tallies } from './reading.ts'

/** The results twice over: pages by how bad they are beside what is accepted, and findings by kind. */
export function resultBlocks(
  { acceptance }: Pick<Inspection, 'acceptance'>,
  { counts, kinds, outside }: Tallies,
  t: TFunction,
): Block[] {
  const bad = counts.critical + counts.major + counts.minor
  const looked = counts.good + bad
  const between = wilson(bad, looked)
  const percent = (share: number) =>
    (100 * share).toLocaleString(t('inspection.minutes.locale'), { maximumFractionDigits: 1 })
  const row = (key: 'good' | 'critical' | 'major' | 'minor', accepted: number | null): Row => ({
    type: 'values',
    values: { name: t(`inspection.minutes.rows.${key}`), pages: counts[key], accepted },
  })
  const text = t('inspection.minutes.share', {
    bad: String(bad),
    looked: String(looked),
    low: percent(between?.low ?? 0),
    high: percent(between?.high ?? 1),
  })
  return [
    {
      type: 'table',
      caption: t('inspection.minutes.bySeverity'),
      columns: [
        { key: 'name', label: t('inspection.minutes.result'), weight: 50, kind: 'text' },
        { key: 'pages', label: t('inspection.minutes.pages'), weight: 25, kind: 'number' },
        { key: 'accepted', label: t('inspection.minutes.accepted'), weight: 25, kind: 'number' },
      ],
      rows: [
        row('good', null),
        ...severities.map((severity) => row(severity, acceptance[severity])),
        { type: 'total', values: { name: t('inspection.minutes.looked'), pages: looked, accepted: null } },
      ],
      note: t('inspection.minutes.once'),
    },
    ...(kinds.length === 0 ? [] : [kindTable(kinds, t)]),
    ...(looked === 0 ? [] : [{ type: 'paragraph' as const, text }]),
    ...(outside === 0
      ? []
      : [{ type: 'paragraph' as const, text: t('inspection.minutes.outside', { pages: String(outside) }) }]),
  ]
}

function kindTable(kinds: Tallies['kinds'], t: TFunction): Block {
  return {
    type: 'table',
    caption: t('inspection.minutes.byKind'),
    columns: [
      { key: 'name', label: t('inspection.minutes.finding'), weight: 50, kind: 'text' },
      { key: 'severity', label: t('inspection.minutes.severity'), weight: 25, kind: 'text' },
      { key: 'pages', label: t('inspection.minutes.pages'), weight: 25, kind: 'number' },
    ],
    rows: kinds.map(({ name, severity, pages }) => ({
      type: 'values',
      values: { name, severity: t(`inspection.severities.${severity}`), pages },
    })),
    note: t('inspection.minutes.severalKinds'),
  }
}
